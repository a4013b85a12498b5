'use client'

/**
 * The live preview: the same presenters and the same theme as the public page, fed with what the editor is typing.
 * Answers that arrive late are dropped, so the page never jumps back to an older state.
 */
import type { CollectionPopulationRequestHandler } from '@payloadcms/live-preview'
import { useLivePreview } from '@payloadcms/live-preview-react'
import { useEffect, useMemo, useSyncExternalStore, type MouseEvent } from 'react'
import type { SettingsDoc, TenantDoc } from '../documents.ts'
import type { CardView, PairingName, SiteView, ThemeName } from '../model.ts'
import { contextFor } from '../present/context.ts'
import { presentHome } from '../present/home.ts'
import { presentPage } from '../present/page.ts'
import { relatedTo } from '../present/related.ts'
import { presentSite } from '../present/site.ts'
import { presentStudy } from '../present/study.ts'
import { brandStyle } from '../themes/brandStyle.ts'
import { themes } from '../themes/index.ts'
import { withMainWords, type MainWords } from './mainWords.ts'

export type PreviewCollection = 'case-studies' | 'pages' | 'site-settings'

export type PreviewProps = {
  collection: PreviewCollection
  doc: Record<string, unknown> & { id: string }
  /** What the document says in the tenant's main language; nothing while it is shown in that. */
  mainWords: MainWords
  tenant: TenantDoc
  /** The published settings, or the latest draft where nothing is published. */
  settings: SettingsDoc | null
  hasPeople: boolean
  canonicalRoot: string
  serverUrl: string
  locale: string
  cards: CardView[]
  /** Address of the stylesheet of every theme with every pairing. */
  stylesheets: Record<ThemeName, Record<PairingName, string>>
}

export const Preview = (props: PreviewProps) => {
  const origin = useSyncExternalStore(
    neverChanges,
    () => window.location.origin,
    () => null,
  )
  // The hook must know the origin from its first subscription on, and the server does not know it.
  return origin ? <Live {...props} origin={origin} /> : <View {...props} doc={props.doc} />
}

const neverChanges = () => () => undefined

const Live = ({ origin, ...props }: PreviewProps & { origin: string }) => {
  const { data } = useLivePreview<Record<string, unknown> & { id: string }>({
    initialData: props.doc,
    serverURL: origin,
    depth: 2,
    requestHandler: inOrder,
  })
  const doc = useMemo(
    () => withMainWords({ doc: data, main: props.mainWords }),
    [data, props.mainWords],
  )
  return <View {...props} doc={doc} />
}

const View = ({
  collection,
  doc,
  tenant,
  settings,
  hasPeople,
  canonicalRoot,
  serverUrl,
  locale,
  cards,
  stylesheets,
}: PreviewProps) => {
  const current = collection === 'site-settings' ? (doc as SettingsDoc) : settings
  const context = useMemo(
    () =>
      contextFor({
        mode: 'path',
        tenant: tenant.slug ?? '',
        locale,
        defaultLocale: tenant.defaultLocale ?? 'en',
        brand: current?.colors?.primary ?? '#5b5b5b',
        serverUrl,
        showsDrafts: true,
      }),
    [tenant, locale, serverUrl, current?.colors?.primary],
  )
  const site = presentSite({ tenant, settings: current, hasPeople, canonicalRoot, context })
  useDocumentAttributes(site)
  const theme = themes[site.theme]
  return (
    <>
      <link
        key={`${site.theme} ${site.pairing}`}
        rel="stylesheet"
        href={stylesheets[site.theme][site.pairing]}
      />
      <style dangerouslySetInnerHTML={{ __html: brandStyle(site.brand) }} />
      <div className="preview" onClickCapture={stayHere}>
        {collection === 'case-studies' ? (
          <theme.Study
            site={site}
            study={presentStudy({ study: doc, related: relatedTo({ doc: doc, cards }), context })}
          />
        ) : collection === 'pages' ? (
          <theme.Page site={site} page={presentPage(doc, context)} />
        ) : (
          <theme.Home site={site} home={presentHome({ cards, context })} />
        )}
      </div>
    </>
  )
}

/** Language, direction and theme belong to the document itself. */
const useDocumentAttributes = (site: SiteView): void => {
  useEffect(() => {
    const root = document.documentElement
    root.lang = site.locale
    root.dir = site.direction
    root.dataset.theme = site.theme
  }, [site.locale, site.direction, site.theme])
}

/** Links show where they would lead; following one would end the preview. */
const stayHere = (event: MouseEvent): void => {
  const link = (event.target as Element).closest('a')
  if (link && !link.getAttribute('href')?.startsWith('#')) {
    event.preventDefault()
  }
}

let latest = 0

/** Asks the server to fill in what the form names by id. Only the newest question's answer counts. */
const inOrder: CollectionPopulationRequestHandler = async ({
  apiPath,
  data,
  endpoint,
  serverURL,
}) => {
  latest += 1
  const turn = latest
  const response = await fetch(`${serverURL}${apiPath}/${endpoint}`, {
    method: 'POST',
    body: JSON.stringify(data),
    credentials: 'include',
    headers: { 'content-type': 'application/json', 'x-payload-http-method-override': 'GET' },
  })
  return turn === latest && response.ok ? response : new Promise<Response>(() => undefined)
}
