// Secrets of tenants at rest: AES-256-GCM under a key derived from the installation's secret, bound to
// the tenant, so that a value that is moved to another row opens nothing.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

type Bound = {
  /** The installation's. */
  secret: string
  tenant: string
}

const keyFor = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'vitrine-storage-account-v1', 32))

/** `iv.tag.text`, each in base64url. */
export const seal = ({ secret, tenant, text }: Bound & { text: string }): string => {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret), iv).setAAD(Buffer.from(tenant))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return [iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url')).join('.')
}

/** @returns `null` for what was sealed under another secret or for another tenant. */
export const unseal = ({ sealed, secret, tenant }: Bound & { sealed: string }): string | null => {
  const [iv, tag, text] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'))
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyFor(secret), iv!).setAAD(
      Buffer.from(tenant),
    )
    decipher.setAuthTag(tag!)
    return decipher.update(text!, undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return null
  }
}
