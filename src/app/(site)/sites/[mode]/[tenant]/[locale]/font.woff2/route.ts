// One of the font files.
import { notFound } from 'next/navigation'
import { fontResponse } from '../../../../../../../site/fonts/files.ts'

export const GET = (request: Request): Response => fontResponse(request.url) ?? notFound()
