/** What a page of a site is: a loader that reads what it shows, and says who may keep it where that is known. */
import type { ReactNode } from 'react'
import type { Policy } from '../../../plugins/publication/index.ts'
import type { Site } from '../data/site.ts'
import type { PageMetadata } from '../metadata.ts'

export type Page = {
  metadata: PageMetadata
  body: ReactNode
  policy: Policy
  /** Default: as its policy says. */
  isKept?: boolean
}

export type PageArgs = {
  site: Site
  /** Of the path, decoded; none where a route names none. */
  slug: string
  query: URLSearchParams
}

/** Null where nothing is there for this visitor. */
export type LoadPage = (args: PageArgs) => Promise<Page | null>
