// The driver's options from the environment; the names are those of UploadThing's SDK.
import { driverProblem } from '../media/driverProblem.ts'
import { type UploadthingOptions } from './driver.ts'

/**
 * @returns `null` without UPLOADTHING_TOKEN: then raw files lie where all the others do.
 * @throws `storage_refused` for a value of UPLOADTHING_ACL or UPLOADTHING_UFS_APP_ID_LOCATION that there is not.
 */
export const uploadthingOptions = (
  env: Record<string, string | undefined>,
): UploadthingOptions | null => {
  const token = env.UPLOADTHING_TOKEN?.trim()
  if (!token) {
    return null
  }
  return {
    token,
    acl: oneOf(env, 'UPLOADTHING_ACL', ['private', 'public-read']),
    apiUrl: env.UPLOADTHING_API_URL || undefined,
    ingestUrl: env.UPLOADTHING_INGEST_URL || undefined,
    ufsAppIdLocation: oneOf(env, 'UPLOADTHING_UFS_APP_ID_LOCATION', ['subdomain', 'path']),
    ufsHost: env.UPLOADTHING_UFS_HOST || undefined,
  }
}

const oneOf = <T extends string>(
  env: Record<string, string | undefined>,
  name: string,
  values: readonly T[],
): T | undefined => {
  const given = env[name]?.trim()
  const known = values.find((value) => value === given)
  if (given && known === undefined) {
    throw driverProblem('storage_refused', `${name} is either ${values.join(' or ')}.`)
  }
  return known
}
