// The key of a file at UploadThing, computed from what we keep of it. Nothing else has to be stored,
// and nothing that a request carries can ever be a key.
import { generateKey } from '@uploadthing/shared'
import { runSync } from 'effect/Micro'
import { driverProblem } from '../media/driverProblem.ts'
import { RESOURCE_TYPES, type ResourceType } from '../media/grammar/index.ts'

type Named = { publicId: string; resourceType: ResourceType }

/**
 * Ids that this system gives: at least two segments, none of which is a way out of a folder. Every
 * key of ours therefore has a `~` in it, which no key made by UploadThing's SDK has.
 */
const ID = /^[A-Za-z0-9][A-Za-z0-9_-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)+$/
const MAX_ID = 255

/**
 * `<12 characters for the app><resource type>~<public id, with ~ for />`.
 *
 * A key is the app's prefix and a seed of one's own choice, unique and safe in URLs. The SDK's seeds
 * are a hash of 31 bits: at some 50,000 files two of them are probably the same.
 *
 * @throws `storage_refused` for an id that this system did not give.
 * @see https://docs.uploadthing.com/uploading-files, "Generating presigned URLs"
 */
export const keyOf = ({ publicId, resourceType }: Named, appId: string): string => {
  if (!ID.test(publicId) || publicId.includes('..') || publicId.length > MAX_ID) {
    throw driverProblem(
      'storage_refused',
      'This is not the id of a file that Vitrine stored. Choose the file again.',
    )
  }
  return `${keyPrefixOf(appId)}${resourceType}~${publicId.replaceAll('/', '~')}`
}

/** What {@link keyOf} made the key from; `null` for keys that it did not make. */
export const readKey = (key: string, appId: string): Named | null => {
  const prefix = keyPrefixOf(appId)
  const [resourceType, ...segments] = key.slice(prefix.length).split('~')
  const known = RESOURCE_TYPES.find((type) => type === resourceType)
  const publicId = segments.join('/')
  return key.startsWith(prefix) && known !== undefined && ID.test(publicId)
    ? { publicId, resourceType: known }
    : null
}

const prefixes = new Map<string, string>()

const keyPrefixOf = (appId: string): string => {
  const known = prefixes.get(appId)
  if (known !== undefined) {
    return known
  }
  // The SDK gives whole keys only; the app's part is the first twelve characters of any of them.
  const prefix = runSync(generateKey({ name: '', size: 0, type: '' }, appId)).slice(0, 12)
  prefixes.set(appId, prefix)
  return prefix
}
