// One address of one site in one language and theme, and what a client may ask of it.
import { Agent } from 'node:http'
import { askBytes, type BytesAnswer } from '../askBytes.ts'
import type { Address } from './addresses.ts'
import { CMS, OWN, type MatrixWorld } from './world.ts'

export const PLACES = [
  { place: 'by path', host: CMS, root: '/client' },
  { place: 'on its own domain', host: OWN, root: '' },
] as const

export const LOCALES = ['en', 'de'] as const

/** Where an address is asked for. */
export type Seat = {
  address: Address
  place: (typeof PLACES)[number]
  locale: (typeof LOCALES)[number]
}

export const CODINGS = ['identity', 'br', 'gzip'] as const

export type Coding = (typeof CODINGS)[number]

type Asked = { method?: string; coding?: Coding; headers?: Record<string, string> }

export type Ask = (asked?: Asked) => Promise<BytesAnswer>

/** The path of something below the site, in a language. */
export const pathIn = ({ locale, place: { root } }: Omit<Seat, 'address'>, below: string): string =>
  `${root}${locale === 'en' ? '' : `/${locale}`}${below}` || '/'

export const nameOf = ({ address, locale, place }: Seat): string =>
  `${address.name}, ${place.place}, in ${locale}`

const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

/** @returns how to ask, and what ends it. */
export const createAsking = ({ cookie, target }: MatrixWorld) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 })
  return {
    at:
      (seat: Seat): Ask =>
      ({ coding = 'identity', headers = {}, method = 'GET' } = {}) =>
        askBytes({
          agent,
          url: target.api.url,
          host: seat.place.host,
          path: pathIn(seat, seat.address.path),
          method,
          headers: {
            ...BROWSER,
            ...(coding === 'identity' ? {} : { 'accept-encoding': coding }),
            ...(seat.address.readers === 'one visitor' ? { cookie } : {}),
            ...headers,
          },
        }),
    stop: () => agent.destroy(),
  }
}
