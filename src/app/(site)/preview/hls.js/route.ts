// The same library for the live preview, which is not below any site.
import { hlsResponse } from '../../../../site/hls.ts'

export const GET = (): Response => hlsResponse()
