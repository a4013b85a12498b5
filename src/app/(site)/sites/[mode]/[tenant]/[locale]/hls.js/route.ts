// What plays streams where browsers do not.
import { hlsResponse } from '../../../../../../../site/hls.ts'

export const GET = (): Response => hlsResponse()
