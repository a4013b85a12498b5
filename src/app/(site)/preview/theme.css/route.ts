// The same stylesheets for the live preview, which is not below any site.
import { notFound } from 'next/navigation'
import { stylesheetResponse } from '../../../../site/stylesheet.ts'

export const GET = (request: Request): Response => stylesheetResponse(request.url) ?? notFound()
