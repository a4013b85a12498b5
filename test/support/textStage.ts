// A tenant with a study whose texts are written over HTTP, opened as the editor opens them, and shown as the site
// shows them.
import { expect } from '@jest/globals'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { RichText as RichTextComponent } from '../../src/site/components/RichText.tsx'
import { contextFor } from '../../src/site/present/context.ts'
import { presentRichText } from '../../src/site/present/richText.ts'
import { widths } from '../../src/site/themes/broadsheet/widths.ts'
import { startTarget, type Answer, type Target } from './attacks.ts'
import { createPicture, richText } from './content.ts'
import { editorOf } from './lexical.ts'
import { wordsOf, type RichText, type Targets } from './richTexts.ts'

export const AUTHOR = 'owner@client.test'

export type TextStage = {
  editor: ReturnType<typeof editorOf>
  read: (depth: number) => Promise<{ chapters: { body: RichText }[] }>
  study: string
  target: Target
  targets: Targets
  write: (data: object, query?: string) => Promise<Answer>
}

export const startTextStage = async (): Promise<TextStage> => {
  const target = await startTarget()
  const { payload, world } = target
  const tenant = world.client.id
  const created = { overrideAccess: true, draft: false } as const
  const media = await createPicture({ payload, tenant })
  const page = await payload.create({
    ...created,
    collection: 'pages',
    data: { tenant, title: 'About', _status: 'published', body: richText('About') } as never,
  })
  const bytes = Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  )
  const document = await payload.create({
    ...created,
    collection: 'documents',
    data: { tenant, title: 'Report' } as never,
    file: { data: bytes, mimetype: 'application/pdf', name: 'report.pdf', size: bytes.length },
  })
  const study = target.draft.id
  return {
    editor: editorOf({ payload }),
    read: async (depth) => {
      const { body } = await target.api.call({
        as: AUTHOR,
        path: `/api/case-studies/${study}?depth=${depth}&draft=true`,
      })
      return body
    },
    study,
    target,
    targets: { document: document.id, media: media.id, page: page.id, study: target.online.id },
    write: (data, query = '') =>
      target.api.call({
        as: AUTHOR,
        body: data,
        method: 'PATCH',
        path: `/api/case-studies/${study}${query}`,
      }),
  }
}

export const chaptersOf = (bodies: unknown[]) => bodies.map((body) => ({ kind: 'story', body }))

/** What a reader sees, without the white space. */
export const shownOn = (body: RichText): string => {
  const context = contextFor({
    mode: 'path',
    tenant: 'client',
    locale: 'en',
    defaultLocale: 'en',
    brand: '#0b4f6c',
    serverUrl: null,
  })
  const html = renderToStaticMarkup(
    createElement(RichTextComponent, {
      nodes: presentRichText({ state: body, context, headingFrom: 3 }),
      strings: context.strings,
      widths,
    }),
  )
  const text = html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, '&')
  return tight(text)
}

const tight = (text: string): string => text.replace(/\s+/g, '')

export const expectAllWords = (sent: RichText, shown: string): void => {
  expect(wordsOf(sent.root).filter((one) => !shown.includes(tight(one)))).toEqual([])
}
