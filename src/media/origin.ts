// The origin of a file's address is the host that was asked. On a tenant's own domain the admin shows
// pictures of drafts, and what opens them is that domain's.
import type { PayloadRequest } from 'payload'
import { hostnameIn } from '../http/host.ts'
import { originOf } from '../http/origins.ts'

/** `''` where this installation has no address: then addresses are relative. */
export const originFor = (req: PayloadRequest): string => {
  const { csrf, serverURL } = req.payload.config
  const host = hostnameIn(req.headers.get('host'))
  if (serverURL === '' || host === '') {
    return serverURL
  }
  const origin = originOf({ host, serverUrl: serverURL })
  // Only where it is a proven domain; what else a request claims to be for is not repeated.
  return csrf.includes(origin) ? origin : serverURL
}
