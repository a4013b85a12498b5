// Where UploadThing answers: the SDK's own variables, so that one set of them moves both it and us.
import { type UploadthingToken } from './token.ts'

export type UploadthingEndpoints = {
  /** `https://api.uploadthing.com` */
  apiUrl: string
  /** `https://<region>.ingest.uploadthing.com` */
  ingestUrl: string
  /** What a key is put after: `https://<appId>.ufs.sh/f` */
  filesUrl: string
}

export type EndpointOptions = {
  /** Default: `https://api.uploadthing.com`. */
  apiUrl?: string
  /** Default: from the region in the token. */
  ingestUrl?: string
  /** Default: `ufs.sh`. A host of this machine is spoken to over http. */
  ufsHost?: string
  /** `subdomain`: `<app>.<host>/f/<key>`; `path`: `<host>/a/<app>/<key>`. Default: `subdomain`. */
  ufsAppIdLocation?: 'subdomain' | 'path'
}

/** @see https://docs.uploadthing.com/api-reference/ut-api, "Options" */
export const endpointsOf = (
  { appId, ingestHost, region }: UploadthingToken,
  { apiUrl, ingestUrl, ufsAppIdLocation = 'subdomain', ufsHost = 'ufs.sh' }: EndpointOptions,
): UploadthingEndpoints => {
  const protocol = /^(localhost|127\.|.*\.local(host)?\b)/.test(ufsHost) ? 'http' : 'https'
  return {
    apiUrl: withoutSlash(apiUrl ?? 'https://api.uploadthing.com'),
    ingestUrl: withoutSlash(ingestUrl ?? `https://${region}.${ingestHost}`),
    filesUrl:
      ufsAppIdLocation === 'path'
        ? `${protocol}://${ufsHost}/a/${appId}`
        : `${protocol}://${appId}.${ufsHost}/f`,
  }
}

const withoutSlash = (url: string): string => url.replace(/\/+$/, '')
