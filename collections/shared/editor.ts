// The rich-text editor of chapters and pages: what an author may use, and nothing that the themes
// could not set well.
import {
  BlocksFeature,
  EXPERIMENTAL_TableFeature,
  FixedToolbarFeature,
  HeadingFeature,
  LinkFeature,
  UploadFeature,
  lexicalEditor,
} from '@payloadcms/richtext-lexical'
import type { Field } from 'payload'
import { blocks } from '../blocks/index.ts'
import { withRelationships } from './relationships.ts'
import { LinksFeature } from './linksFeature.ts'
import { PasteFeature } from './pasteFeature.ts'
import { SlashFeature } from './slashFeature.ts'

/** Whose pages a text may link to. */
export const LINKED_COLLECTIONS = ['case-studies', 'pages', 'people'] as const

export const bodyEditor = () =>
  lexicalEditor({
    features: ({ defaultFeatures }) => [
      ...defaultFeatures.filter(
        ({ key }) => !['heading', 'link', 'upload', 'relationship', 'align'].includes(key),
      ),
      // The title is the page's only first-level heading.
      HeadingFeature({ enabledHeadingSizes: ['h2', 'h3', 'h4'] }),
      LinkFeature({
        enabledCollections: [...LINKED_COLLECTIONS],
        fields: ({ defaultFields }) => withRelationships((defaultFields as Field[]).map(asWritten)),
      }),
      UploadFeature({
        enabledCollections: ['media'],
        collections: {
          media: { fields: [{ name: 'caption', type: 'text', maxLength: 300 }] },
        },
      }),
      EXPERIMENTAL_TableFeature(),
      // It adds to what the blocks have in their menu; Payload loads the last feature first.
      SlashFeature(),
      BlocksFeature({
        blocks: blocks.map((block) => ({ ...block, fields: withRelationships(block.fields) })),
      }),
      FixedToolbarFeature(),
      LinksFeature(),
      PasteFeature(),
    ],
  })

/**
 * Payload escapes a whole URL that it takes for none, `/über-uns` for one, and then the link leads nowhere. What
 * cannot be a URL is refused when the text is published.
 */
const asWritten = (field: Field): Field =>
  'name' in field && field.name === 'url' ? ({ ...field, hooks: {} } as Field) : field
