// The same stylesheets for the live preview, which is not below any site.
import { stylesheetResponse } from '../../../../site/stylesheet.ts'

export const GET = (request: Request): Response => stylesheetResponse(request.url)
