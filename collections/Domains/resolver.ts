// Asks DNS what a name's TXT records say. Tests put their own resolver in its place.
import { Resolver } from 'node:dns/promises'

/** As `resolveTxt` of Node answers: records of chunks; an error with a `code` otherwise. */
export type TxtResolver = (name: string) => Promise<string[][]>

export type TxtAnswer = { kind: 'records'; values: string[] } | { kind: 'unavailable' }

/** The name is not there, or has no such record: an answer, and not a failure to get one. */
const NOTHING_THERE = new Set(['ENOTFOUND', 'ENODATA'])

const TIMEOUT_MS = 5_000
const TRIES = 2

/** Made at each question: the system's name servers may change while the process lives. */
const systemResolver: TxtResolver = (name) => {
  const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: TRIES })
  const servers = dnsServers(process.env.DNS_SERVERS)
  if (servers.length > 0) {
    resolver.setServers(servers)
  }
  return resolver.resolveTxt(name)
}

let current: TxtResolver = systemResolver

/** For tests; without an argument, DNS itself again. */
export const setResolver = (resolver: TxtResolver = systemResolver): void => {
  current = resolver
}

/** Every TXT record of the name, its chunks joined. */
export const lookUpTxt = async (name: string): Promise<TxtAnswer> => {
  try {
    const records = await current(name)
    return { kind: 'records', values: records.map((chunks) => chunks.join('').trim()) }
  } catch (err) {
    return NOTHING_THERE.has((err as NodeJS.ErrnoException).code ?? '')
      ? { kind: 'records', values: [] }
      : { kind: 'unavailable' }
  }
}

/** `DNS_SERVERS`: addresses, each with a port if it is not 53, separated by commas. */
export const dnsServers = (value: string | undefined): string[] =>
  (value ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '')
