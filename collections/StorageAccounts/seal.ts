// Secrets of tenants at rest: AES-256-GCM under a key of its own, bound to the tenant, so that a value
// that is moved to another row opens nothing.
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { keyFor } from '../../src/config/keys.ts'
import { secret } from '../../src/config/secret.ts'

/** What is written now. Values without a version are of the first one. */
const VERSION = 'v2'

/** `v2.iv.tag.text`, the last three in base64url. */
export const seal = ({ tenant, text }: { tenant: string; text: string }): string => {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', currentKey(), iv).setAAD(Buffer.from(tenant))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  const parts = [iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))
  return [VERSION, ...parts].join('.')
}

/** @returns `null` for what was sealed under another secret or for another tenant. */
export const unseal = ({ sealed, tenant }: { sealed: string; tenant: string }): string | null => {
  const isCurrent = sealed.startsWith(`${VERSION}.`)
  const parts = isCurrent ? sealed.slice(VERSION.length + 1) : sealed
  const [iv, tag, text] = parts.split('.').map((part) => Buffer.from(part, 'base64url'))
  try {
    const key = isCurrent ? currentKey() : firstKey()
    const decipher = createDecipheriv('aes-256-gcm', key, iv!, { authTagLength: 16 }).setAAD(
      Buffer.from(tenant),
    )
    decipher.setAuthTag(tag!)
    return decipher.update(text!, undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return null
  }
}

const currentKey = (): Buffer => Buffer.from(keyFor('storageAccounts'), 'hex')

/** The key of version 1: derived from what Payload once made of the secret. Only read with. */
const firstKey = (): Buffer => {
  const ofPayload = createHash('sha256').update(secret()).digest('hex').slice(0, 32)
  return Buffer.from(hkdfSync('sha256', ofPayload, '', 'vitrine-storage-account-v1', 32))
}
