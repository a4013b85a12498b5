// The path of a delivered file, built and read in one place, for every driver:
// /<resource type>/<delivery type>/[s--signature--/][steps/…]v<version>/<public id>[.<extension>]
import { parseStep, serialise, type Step, type Transformation } from './transformation.ts'

export const RESOURCE_TYPES = ['image', 'video', 'raw'] as const
export type ResourceType = (typeof RESOURCE_TYPES)[number]

export const DELIVERY_TYPES = ['upload', 'authenticated'] as const
export type DeliveryType = (typeof DELIVERY_TYPES)[number]

export type Address = {
  resourceType: ResourceType
  deliveryType: DeliveryType
  transformation: Transformation
  version: number
  publicId: string
  /** Without its dot; raw files have it in their id. */
  extension: string | null
  signature: string | null
}

/** Characters of an id as Cloudinary's SDK escapes them: everything but `/` and `:`. */
const escapeId = (id: string): string =>
  encodeURIComponent(decodeSafely(id)).replace(/%2F/g, '/').replace(/%3A/g, ':')

const decodeSafely = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** What a signature covers: the steps and the id, not the version nor the types. */
export const signedPart = ({
  extension,
  publicId,
  transformation,
}: Pick<Address, 'transformation' | 'publicId' | 'extension'>): string =>
  [serialise(transformation), fileName({ extension, publicId })].filter(Boolean).join('/')

const fileName = ({ extension, publicId }: Pick<Address, 'publicId' | 'extension'>): string =>
  escapeId(publicId) + (extension === null ? '' : `.${extension}`)

/** Begins with a slash; put a base such as `https://res.cloudinary.com/<cloud>` or `/media` before it. */
export const deliveryPath = (address: Address): string =>
  [
    '',
    address.resourceType,
    address.deliveryType,
    address.signature === null ? '' : `s--${address.signature}--`,
    serialise(address.transformation),
    `v${address.version}`,
    fileName(address),
  ]
    .filter((part, index) => index === 0 || part !== '')
    .join('/')

const SIGNATURE = /^s--([A-Za-z0-9_-]{8}|[A-Za-z0-9_-]{32})--$/
const VERSION = /^v(\d{1,12})$/
const EXTENSION = /^(.+)\.([a-z0-9]{1,5})$/
/** Ids that we give: segments of plain characters, none of which is a way out of a folder. */
const ID = /^[A-Za-z0-9][A-Za-z0-9_-]*(\/[A-Za-z0-9][A-Za-z0-9_-]*)+$/
const RAW_ID = /^[A-Za-z0-9][A-Za-z0-9_-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)+$/

/**
 * Reads a path that {@link deliveryPath} wrote.
 *
 * @param path Begins with a slash; without a query.
 * @returns `null` for whatever is not exactly such a path.
 */
export const parseDeliveryPath = (path: string): Address | null => {
  const segments = path.split('/').slice(1)
  const [resourceType, deliveryType] = segments
  if (!isOneOf(RESOURCE_TYPES, resourceType) || !isOneOf(DELIVERY_TYPES, deliveryType)) {
    return null
  }
  let at = 2
  const signature = SIGNATURE.exec(segments[at] ?? '')?.[1] ?? null
  at += signature === null ? 0 : 1
  const steps: Step[] = []
  for (; at < segments.length && !VERSION.test(segments[at]!); at += 1) {
    const step = parseStep(segments[at]!)
    if (step === null || steps.length >= 8) {
      return null
    }
    steps.push(step)
  }
  const version = VERSION.exec(segments[at] ?? '')?.[1]
  const rest = segments.slice(at + 1).join('/')
  const [, stem, extension] = resourceType === 'raw' ? [] : (EXTENSION.exec(rest) ?? [])
  const publicId = stem ?? rest
  const isId =
    resourceType === 'raw' ? RAW_ID.test(publicId) && !publicId.includes('..') : ID.test(publicId)
  if (version === undefined || !isId || publicId.length > 255) {
    return null
  }
  return {
    resourceType,
    deliveryType,
    transformation: steps,
    version: Number(version),
    publicId,
    extension: extension ?? null,
    signature,
  }
}

const isOneOf = <T extends string>(values: readonly T[], value: string | undefined): value is T =>
  (values as readonly (string | undefined)[]).includes(value)
