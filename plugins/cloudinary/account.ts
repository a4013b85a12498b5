// A cloud at Cloudinary, and the way its address is written in one line.

export type CloudinaryAccount = {
  cloudName: string
  apiKey: string
  apiSecret: string
  /** Without a slash at its end; `https://api-eu.cloudinary.com` for data in Europe. */
  apiBaseUrl: string
  /** Without a slash at its end and without the cloud. */
  deliveryBaseUrl: string
  /** Whether the delivery host belongs to this cloud alone, so that no address names the cloud. */
  isPrivateCdn: boolean
  signatureAlgorithm: 'sha1' | 'sha256'
  /** Addresses signed with 32 characters instead of 8. */
  isLongSignature: boolean
  /** Hex; only for clouds with token based authentication. */
  authTokenKey?: string
  /** `dynamic`: folders are independent of ids, as in all clouds made since June 2024. */
  folderMode: 'dynamic' | 'fixed'
}

export const API_BASE_URL = 'https://api.cloudinary.com'
export const DELIVERY_BASE_URL = 'https://res.cloudinary.com'

/** Fills in what most clouds have in common. */
export const cloudinaryAccount = (
  given: Pick<CloudinaryAccount, 'cloudName' | 'apiKey' | 'apiSecret'> & Partial<CloudinaryAccount>,
): CloudinaryAccount => ({
  apiBaseUrl: API_BASE_URL,
  isPrivateCdn: false,
  signatureAlgorithm: 'sha1',
  isLongSignature: false,
  folderMode: 'dynamic',
  ...given,
  deliveryBaseUrl:
    given.deliveryBaseUrl ??
    (given.isPrivateCdn ? `https://${given.cloudName}-res.cloudinary.com` : DELIVERY_BASE_URL),
})

/** What every delivery address of the cloud begins with, up to the resource type. */
export const deliveryBaseOf = ({
  cloudName,
  deliveryBaseUrl,
  isPrivateCdn,
}: Pick<CloudinaryAccount, 'cloudName' | 'deliveryBaseUrl' | 'isPrivateCdn'>): string =>
  isPrivateCdn ? deliveryBaseUrl : `${deliveryBaseUrl}/${cloudName}`

/**
 * Reads `cloudinary://KEY:SECRET@CLOUD`, as Cloudinary's console shows it.
 *
 * In its query: `upload_prefix` (another API host), `secure_distribution` (another delivery host),
 * `private_cdn=true`, `signature_algorithm=sha256`, `long_url_signature=true`, `folder_mode=fixed`,
 * `auth_token_key` (hex). A path, as in `…@CLOUD/media.example.com`, is a private delivery host.
 *
 * @throws With the code `cloudinary_url_malformed` and a sentence that does not repeat the value.
 */
export const parseCloudinaryUrl = (text: string): CloudinaryAccount => {
  const url = asUrl(text)
  const [apiKey, apiSecret, cloudName] = [url.username, url.password, url.hostname].map(decode)
  if (!apiKey || !apiSecret || !cloudName) {
    throw malformed('lacks its key, its secret or its cloud')
  }
  if ([apiKey, apiSecret, cloudName].some((part) => /[<>\s*]/.test(part))) {
    throw malformed('still holds a placeholder where the key, the secret or the cloud belongs')
  }
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(cloudName)) {
    throw malformed('names a cloud with characters that no cloud has')
  }
  const query = url.searchParams
  const ownHost = decode(url.pathname.replace(/^\/+|\/+$/g, ''))
  const distribution = query.get('secure_distribution') ?? (ownHost || null)
  const uploadPrefix = query.get('upload_prefix')
  const authTokenKey = query.get('auth_token_key')
  if (authTokenKey !== null && !/^([0-9a-f]{2})+$/i.test(authTokenKey)) {
    throw malformed('has an auth_token_key that is not hexadecimal')
  }
  return cloudinaryAccount({
    cloudName,
    apiKey,
    apiSecret,
    isPrivateCdn: ownHost !== '' || isTrue(query.get('private_cdn')),
    signatureAlgorithm: oneOf('signature_algorithm', query, ['sha1', 'sha256']),
    isLongSignature: isTrue(query.get('long_url_signature')),
    folderMode: oneOf('folder_mode', query, ['dynamic', 'fixed']),
    ...(uploadPrefix ? { apiBaseUrl: baseUrl('upload_prefix', uploadPrefix) } : {}),
    ...(distribution ? { deliveryBaseUrl: baseUrl('secure_distribution', distribution) } : {}),
    ...(authTokenKey ? { authTokenKey } : {}),
  })
}

const asUrl = (text: string): URL => {
  if (!text.startsWith('cloudinary://')) {
    throw malformed('does not begin with cloudinary://')
  }
  try {
    return new URL(text)
  } catch {
    throw malformed('is not an address')
  }
}

const baseUrl = (name: string, text: string): string => {
  const withScheme = /^https?:\/\//.test(text) ? text : `https://${text}`
  // Not URL.canParse: on Node 20 it answers no for every URL with an accent once it was asked often.
  try {
    const { host, pathname, protocol } = new URL(withScheme)
    return `${protocol}//${host}${pathname}`.replace(/\/+$/, '')
  } catch {
    throw malformed(`has a ${name} that is no host`)
  }
}

/** @returns The first where nothing is given. */
const oneOf = <const T extends string>(
  name: string,
  query: URLSearchParams,
  values: readonly [T, ...T[]],
): T => {
  const given = query.get(name) ?? values[0]
  const value = values.find((one) => one === given)
  if (value === undefined) {
    throw malformed(`has a ${name} other than ${values.join(' or ')}`)
  }
  return value
}

const isTrue = (text: string | null): boolean => text === 'true' || text === '1'

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const malformed = (what: string): Error & { code: 'cloudinary_url_malformed' } =>
  Object.assign(
    new Error(
      `The Cloudinary address ${what}. It is written cloudinary://KEY:SECRET@CLOUD; copy it from “API Keys” in Cloudinary's settings.`,
    ),
    { code: 'cloudinary_url_malformed' as const },
  )
