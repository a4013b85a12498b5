// The stylesheet of a theme with one type pairing.
import { stylesheetResponse } from '../../../../../../../site/stylesheet.ts'

export const GET = (request: Request): Response => stylesheetResponse(request.url)
