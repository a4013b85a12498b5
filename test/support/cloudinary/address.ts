// Reads a delivery address. On purpose not with the plugin's own grammar: this has to understand
// whatever Cloudinary's SDK writes, and to disagree with the plugin where it is wrong.

export type Asked = {
  resourceType: string
  type: string
  signature: string | null
  /** Steps, as they stand in the address. */
  transformation: string
  publicId: string
  extension: string | null
  /** What a signature covers. */
  signed: string
}

/** @param path As requested, still escaped, without the query. */
export const readAddress = (path: string, cloudName: string): Asked | null => {
  const segments = path.split('/').slice(1)
  if (segments[0] === cloudName) {
    segments.shift()
  }
  const [resourceType, type, ...rest] = segments
  if (!resourceType || !type || rest.length === 0) {
    return null
  }
  const signature = /^s--([\w-]{8}|[\w-]{32})--$/.exec(rest[0]!)?.[1] ?? null
  const unsigned = signature === null ? rest : rest.slice(1)
  const version = unsigned.findIndex((segment) => /^v\d+$/.test(segment))
  const stepCount =
    version >= 0
      ? version
      : unsigned.findIndex((one, index) => !STEP.test(one) || index === unsigned.length - 1)
  const steps = unsigned.slice(0, stepCount)
  const name = unsigned.slice(version >= 0 ? version + 1 : stepCount).join('/')
  const decoded = decodeURIComponent(name)
  const [, stem, extension] = /^(.+)\.([a-z0-9]{1,5})$/.exec(decoded) ?? []
  const isRaw = resourceType === 'raw'
  return {
    resourceType,
    type,
    signature,
    transformation: steps.join('/'),
    publicId: isRaw ? decoded : (stem ?? decoded),
    extension: isRaw ? null : (extension ?? null),
    signed: [...steps, name].join('/'),
  }
}

const STEP = /^[a-z]{1,4}_[^,]+(,[a-z]{1,4}_[^,]+)*$/
