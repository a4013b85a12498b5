// Nothing is stored because somebody looked: in no drawer of any field can be created what is saved while it is typed.
import { expect, it } from '@jest/globals'
import type { Field } from 'payload'
import config from '../../payload.config.ts'
import { blocks } from '../blocks/index.ts'
import { AUTOSAVED } from './drafts.ts'
import { withRelationships } from './relationships.ts'

const configured = await config

it('what is saved while it is typed is known', () => {
  const autosaved = configured.collections.filter(({ versions }) => {
    const drafts = versions && typeof versions === 'object' ? versions.drafts : false
    return typeof drafts === 'object' && Boolean(drafts.autosave)
  })
  expect(autosaved.map(({ slug }) => slug).sort()).toEqual([...AUTOSAVED].sort())
})

type Offer = { creates: boolean; path: string }

/** Every field that points at what is saved while it is typed, and whether it offers to create it. */
const offersIn = (fields: Field[], path: string): Offer[] =>
  fields.flatMap((field): Offer[] => {
    const at = 'name' in field && field.name ? `${path}.${field.name}` : path
    if (field.type === 'tabs') {
      return field.tabs.flatMap((tab) => offersIn(tab.fields, at))
    }
    if ('fields' in field) {
      return offersIn(field.fields, at)
    }
    if (field.type === 'richText') {
      return offersInText(field.editor, at)
    }
    return field.type === 'relationship' &&
      [field.relationTo].flat().some((slug) => (AUTOSAVED as readonly string[]).includes(slug))
      ? [{ creates: field.admin?.allowCreate !== false, path: at }]
      : []
  })

/** The fields of links and of blocks. */
const offersInText = (editor: unknown, path: string): Offer[] => {
  const features = (editor as Editor | undefined)?.editorConfig?.features?.getSubFields
  return [...(features ?? [])].flatMap(([key, fieldsOf]) =>
    offersIn(fieldsOf({}) ?? [], `${path}.${key}`),
  )
}

type Editor = {
  editorConfig?: {
    features?: { getSubFields?: Map<string, (args: object) => Field[] | null> }
  }
}

it('no field offers to create it in a drawer', () => {
  const offers = [
    // Payload's own have no forms.
    ...configured.collections
      .filter(({ slug }) => !slug.startsWith('payload-'))
      .flatMap(({ fields, slug }) => offersIn(fields, slug)),
    ...blocks.flatMap(({ fields, slug }) => offersIn(withRelationships(fields), slug)),
  ]
  const paths = offers.map(({ path }) => path)
  expect(paths).toEqual(
    expect.arrayContaining(['pages.body.link.doc', 'callToAction.study', 'callToAction.page']),
  )
  expect(offers.filter(({ creates }) => creates)).toEqual([])
})
