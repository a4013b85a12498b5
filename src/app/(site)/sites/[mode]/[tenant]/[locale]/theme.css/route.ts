// The stylesheet of a theme with one type pairing.
import { notFound } from 'next/navigation'
import { stylesheetResponse } from '../../../../../../../site/stylesheet.ts'

export const GET = (request: Request): Response => stylesheetResponse(request.url) ?? notFound()
