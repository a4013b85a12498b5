// An account is taken when Cloudinary itself says that its key works. The secret is sealed before it is
// written anywhere, and goes to no other place than the one that it was given for.
import { ValidationError, type CollectionBeforeChangeHook } from 'payload'
import { tenantIdOf } from '../../../access/principal.ts'
import { cloudinaryAccount, cloudinaryDriver } from '../../../plugins/cloudinary/index.ts'
import { isDriverProblem } from '../../../plugins/media/driverProblem.ts'
import { accountKey, isApiBaseUrl, isCloudName } from '../accountKey.ts'
import { countFiles } from '../queries/countFiles.ts'
import { seal, unseal } from '../seal.ts'

export const checkAccount: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const tenant = tenantIdOf(data.tenant ?? originalDoc?.tenant) ?? ''
  const { apiBaseUrl, apiKey, apiSecret: given, cloudName } = { ...originalDoc, ...data }
  // Hooks run before fields are validated, and what follows goes out into the world.
  if (!isCloudName(cloudName)) {
    throw refusal('cloudName', 'Give the name of the cloud alone, without an address.')
  }
  if (apiBaseUrl && !isApiBaseUrl(apiBaseUrl)) {
    throw refusal('apiBaseUrl', 'Give an address of Cloudinary’s, https://api-eu.cloudinary.com.')
  }
  if (typeof apiKey !== 'string' || apiKey === '') {
    throw refusal('apiKey', 'Give the API key.')
  }
  const isSame = (['apiBaseUrl', 'apiKey', 'cloudName'] as const).every(
    (name) => (originalDoc?.[name] ?? null) === ({ ...originalDoc, ...data }[name] ?? null),
  )
  if (originalDoc?.cloudName && originalDoc.cloudName !== cloudName) {
    const held = await countFiles({ account: accountKey({ ...originalDoc, tenant }), req })
    if (held > 0) {
      throw refusal(
        'cloudName',
        `${held} files are kept in the cloud that is named now. Move them first.`,
      )
    }
  }
  const kept: unknown = isSame ? originalDoc?.sealedSecret : undefined
  const apiSecret =
    typeof given === 'string' && given !== ''
      ? given
      : typeof kept === 'string'
        ? unseal({ sealed: kept, tenant })
        : null
  if (!apiSecret) {
    throw refusal('apiSecret', 'Give the API secret that belongs to this key.')
  }
  const account = cloudinaryAccount({
    apiKey,
    apiSecret,
    cloudName,
    ...(apiBaseUrl ? { apiBaseUrl } : {}),
  })
  try {
    await cloudinaryDriver({ accounts: { find: async () => account } }).usage?.(cloudName)
  } catch (err) {
    req.payload.logger.info({ msg: 'A storage account was refused.', err })
    if (isDriverProblem(err) && err.isPassing) {
      throw refusal(
        'cloudName',
        'Cloudinary is out of reach at the moment. Save again in a minute.',
      )
    }
    throw refusal(
      'apiKey',
      'Cloudinary does not accept this cloud, key and secret together. Copy all three from “API Keys” in its settings.',
    )
  }
  const { apiSecret: _, ...rest } = data
  return {
    ...rest,
    sealedSecret: seal({ tenant, text: apiSecret }),
    checkedAt: new Date().toISOString(),
  }
}

const refusal = (path: string, message: string): ValidationError =>
  new ValidationError({ collection: 'storage-accounts', errors: [{ path, message }] })
