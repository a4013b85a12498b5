// The same font files for the live preview, which is not below any site.
import { notFound } from 'next/navigation'
import { fontResponse } from '../../../../site/fonts/files.ts'

export const GET = (request: Request): Response => fontResponse(request.url) ?? notFound()
