/** What the sites' router knows of a request beside the request itself. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Context } from 'hono'
import type { SiteRoute } from '../http/sites.ts'

/** Node's own pair, which kept answers are written to. */
export type RawRequest = { incoming: IncomingMessage; outgoing: ServerResponse }

export const acceptsOf = ({ headers }: IncomingMessage): string | null =>
  headers['accept-encoding']?.toString() ?? null

/** `path`: below the tenant and the language, without slashes at its end. */
export type SiteRequest = RawRequest &
  SiteRoute & {
    /** The visitor's query, from the question mark on. */
    search: string
    /** Whether the visitor's connection is encrypted, by the word of our own proxy. */
    isHttps: boolean
  }

export type SiteEnv = { Bindings: SiteRequest }

export type SiteContext = Context<SiteEnv>
