// One key for each purpose, derived from the secret of the installation with HKDF-SHA256 (RFC 5869):
// a key that leaks opens one thing only, and says nothing about the secret or the other keys.
import { hkdfSync } from 'node:crypto'
import { secret } from './secret.ts'

/**
 * The label of each key; a changed label is a changed key. The key for contexts of the database is
 * not here, because plugins/row-level-security derives it from the secret with a label of its own.
 */
const PURPOSES = {
  /** Payload’s own secret: it signs sessions and the receipts of uploads. */
  payload: 'vitrine payload v1',
  /** Signatures in the URLs of public files on the local disk. */
  publicUrls: 'vitrine public file urls v1',
  /** URLs of files that are not public: for whom, and until when. */
  privateUrls: 'vitrine private file urls v1',
  /** Tickets, under which browsers send large files. */
  uploadTickets: 'vitrine upload tickets v1',
  /** Cookies that say that a browser knew the password of a study. */
  unlockCookies: 'vitrine unlock cookies v1',
  /** Secrets of storage accounts, encrypted at rest. */
  storageAccounts: 'vitrine storage accounts v2',
  /** The password of the role that the server runs as, where Vitrine makes that role. */
  runtimeRole: 'vitrine runtime role v1',
} as const

export type KeyPurpose = keyof typeof PURPOSES

export const KEY_PURPOSES = Object.keys(PURPOSES) as KeyPurpose[]

/**
 * The key for one purpose: 32 bytes, in hexadecimal.
 *
 * @param from The secret of the installation; that of the environment unless given.
 */
export const keyFor = (purpose: KeyPurpose, from: string = secret()): string =>
  Buffer.from(hkdfSync('sha256', from, '', PURPOSES[purpose], 32)).toString('hex')
