// Reads and checks the environment once. .env.example explains each variable.
import { existsSync, readFileSync } from 'node:fs'
import { Resolver } from 'node:dns'
import { isIP } from 'node:net'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { senderOf } from './config/mailFrom.ts'
import { secretWeakness } from './config/secret.ts'
import { dnsServers } from '../collections/Domains/resolver.ts'
import { parseCloudinaryUrl } from '../plugins/cloudinary/index.ts'
import { parseUploadthingToken, uploadthingOptions } from '../plugins/uploadthing/index.ts'
import { startError } from './fail.ts'
import { REQUEST_MS } from './http/patience.ts'
import { parseUrl } from '../collections/shared/parseUrl.ts'

export type Environment = {
  port: number
  /** The address to listen on. */
  host: string
  /** The public address of the admin and the API, without a trailing slash; empty when unset. */
  serverUrl: string
  /** Unset: an embedded Postgres in `dataDir`. */
  databaseUrl: string | undefined
  /** For migrations. */
  databaseOwnerUrl: string | undefined
  dataDir: string
  /** Milliseconds between the turn of `/readyz` and the first request that is refused, on the way out. */
  drainMs: number
  isDemoWanted: boolean
  /** Whether `X-Forwarded-Host`, `-Proto` and `-For` come from a proxy of our own. */
  trustProxy: boolean
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

/** Sets what `.env` holds and the environment does not. */
export const loadEnvFile = ({ root }: { root: string }): void => {
  const file = path.join(root, '.env')
  if (!existsSync(file)) {
    return
  }
  for (const [name, value] of Object.entries(parseEnv(readFileSync(file, 'utf8')))) {
    process.env[name] ??= value
  }
}

/**
 * @throws a start error with one sentence for the first variable that is malformed.
 */
export const readEnvironment = ({
  root,
  env = process.env,
}: {
  root: string
  env?: Record<string, string | undefined>
}): Environment => {
  const databaseUrl = postgresUrl({ name: 'DATABASE_URL', value: env.DATABASE_URL })
  const databaseOwnerUrl = postgresUrl({
    name: 'DATABASE_OWNER_URL',
    value: env.DATABASE_OWNER_URL,
  })
  if (databaseOwnerUrl && !databaseUrl) {
    throw startError(
      'DATABASE_OWNER_URL is set but DATABASE_URL is not. Set both, or neither for the embedded Postgres.',
    )
  }
  if (env.LOG_LEVEL && !LOG_LEVELS.includes(env.LOG_LEVEL)) {
    throw startError(`LOG_LEVEL is “${env.LOG_LEVEL}”. Use one of ${LOG_LEVELS.join(', ')}.`)
  }
  const weakness = env.PAYLOAD_SECRET ? secretWeakness(env.PAYLOAD_SECRET) : null
  if (weakness !== null) {
    // Never the value itself.
    throw startError(
      `PAYLOAD_SECRET ${weakness}. Set a random one, for example from “openssl rand -hex 32”, or unset it to have one made.`,
    )
  }
  checkMail({ from: env.MAIL_FROM, url: env.SMTP_URL })
  checkNameServers(env.DNS_SERVERS)
  checkRequestTimeout(env.REQUEST_TIMEOUT_MS)
  checkStores(env)
  return {
    port: portOf(env.PORT),
    // The demo has published passwords, so without a database of one's own nothing leaves this machine.
    host: env.HOST || (databaseUrl ? '0.0.0.0' : '127.0.0.1'),
    serverUrl: serverUrlOf(env.SERVER_URL),
    databaseUrl,
    databaseOwnerUrl,
    dataDir: path.resolve(root, env.DATA_DIR || '.data'),
    drainMs: drainMsOf(env.DRAIN_MS),
    isDemoWanted: env.DEMO !== '0',
    trustProxy: env.TRUST_PROXY === '1',
  }
}

/**
 * A server that others reach has to know its own address: without it nobody could tell its own pages
 * from those of other sites.
 *
 * @throws a start error for a database of one's own on a public address without SERVER_URL.
 */
export const requireServerUrl = ({ databaseUrl, host, serverUrl }: Environment): void => {
  if (databaseUrl && serverUrl === '' && !isLoopback(host)) {
    throw startError(
      `SERVER_URL is not set, and with DATABASE_URL the server listens on ${host}, where others reach it. Set SERVER_URL to the public address, for example https://cms.example.com, or set HOST=127.0.0.1 to keep it on this machine.`,
    )
  }
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

/** Read by src/config/email.ts, once they are known to be good. */
const checkMail = ({ from, url }: { from: string | undefined; url: string | undefined }): void => {
  if (url && !(parseUrl(url) && /^smtps?:\/\/[^/]/.test(url))) {
    // The value may hold a password, so it is not repeated here.
    throw startError(
      'SMTP_URL is not the address of a mail server. It should look like smtps://user:password@mail.example.com:465.',
    )
  }
  if (url && !senderOf(from ?? '')) {
    throw startError(
      'SMTP_URL is set but MAIL_FROM is not an address. Set it to something like “Vitrine <cms@example.com>”.',
    )
  }
}

/** Read by collections/Domains/resolver.ts. */
const checkNameServers = (value: string | undefined): void => {
  try {
    new Resolver().setServers(dnsServers(value))
  } catch {
    throw startError(
      `DNS_SERVERS is “${value}”. Give addresses separated by commas, for example 1.1.1.1,9.9.9.9:53.`,
    )
  }
}

/** Read by src/media/drivers.ts. Their own sentences say what is wrong, and never the value. */
const checkStores = (env: Record<string, string | undefined>): void => {
  try {
    if (env.CLOUDINARY_URL) {
      parseCloudinaryUrl(env.CLOUDINARY_URL)
    }
    if (env.UPLOADTHING_TOKEN) {
      parseUploadthingToken(env.UPLOADTHING_TOKEN)
      uploadthingOptions(env)
    }
  } catch (err) {
    throw startError(err instanceof Error ? err.message : 'A store of files is misconfigured.')
  }
  if (env.MEDIA_ROOT && !/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/.test(env.MEDIA_ROOT)) {
    throw startError(
      'MEDIA_ROOT has characters that ids of files cannot have. Use letters, digits, hyphens and underscores.',
    )
  }
  const cacheMb = Number(env.MEDIA_CACHE_MB ?? 2000)
  if (!Number.isFinite(cacheMb) || cacheMb < 10) {
    throw startError(
      `MEDIA_CACHE_MB is “${env.MEDIA_CACHE_MB}”. Give a number of megabytes from 10 on.`,
    )
  }
}

const drainMsOf = (value: string | undefined): number => {
  const milliseconds = value === undefined || value === '' ? 0 : Number(value)
  if (!Number.isInteger(milliseconds) || milliseconds < 0 || milliseconds > MOST_DRAIN_MS) {
    throw startError(
      `DRAIN_MS is “${value}”. Give a number of milliseconds from 0 to ${MOST_DRAIN_MS}.`,
    )
  }
  return milliseconds
}

/** Ten minutes. */
const MOST_DRAIN_MS = 600_000

/** Read by src/http/patience.ts. */
const checkRequestTimeout = (value: string | undefined): void => {
  const milliseconds = value ? Number(value) : REQUEST_MS
  if (!Number.isInteger(milliseconds) || milliseconds < 1_000 || milliseconds > MOST_REQUEST_MS) {
    throw startError(
      `REQUEST_TIMEOUT_MS is “${value}”. Give a number of milliseconds from 1000 to ${MOST_REQUEST_MS}.`,
    )
  }
}

/** Ten minutes. */
const MOST_REQUEST_MS = 600_000

const portOf = (value: string | undefined): number => {
  const port = value === undefined || value === '' ? 3000 : Number(value)
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw startError(`PORT is “${value}”. Give a number from 1 to 65535.`)
  }
  return port
}

const serverUrlOf = (value: string | undefined): string => {
  if (!value) {
    return ''
  }
  const url = parseUrl(value)
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.pathname !== '/' || url.search) {
    throw startError(
      `SERVER_URL is “${value}”. Give the address without a path, for example https://cms.example.com.`,
    )
  }
  return url.origin
}

const postgresUrl = ({
  name,
  value,
}: {
  name: string
  value: string | undefined
}): string | undefined => {
  if (!value) {
    return undefined
  }
  const url = parseUrl(value)
  if (!url || !['postgres:', 'postgresql:'].includes(url.protocol)) {
    // The value may hold a password, so it is not repeated here.
    throw startError(
      `${name} is not a Postgres address. It should look like postgres://user:password@host:5432/database.`,
    )
  }
  return value
}
