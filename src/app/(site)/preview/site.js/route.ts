// What a public page does in the browser.
import { islandsResponse } from '../../../../site/islands.ts'

export const GET = (): Response => islandsResponse()
