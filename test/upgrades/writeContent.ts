// Runs inside a checkout of the version that a fixture is recorded of, with that version's own Payload: three
// documents and three files, as an editor would leave them. Uses only what every version has.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { withPayload, type CommandArgs } from '../../src/command.ts'

/** @param args The folder with the three files. */
export const run = ({ args, root, ...rest }: CommandArgs): Promise<number> =>
  withPayload({
    root,
    ...(rest as { signals: [] }),
    task: async (payload) => {
      const [folder = ''] = args
      const create = async (collection: string, data: object, file?: string): Promise<string> => {
        const bytes = file ? readFileSync(path.join(folder, file)) : undefined
        const doc = await payload.create({
          collection: collection as 'pages',
          data: data as never,
          depth: 0,
          overrideAccess: true,
          ...(bytes && file
            ? {
                file: {
                  data: bytes,
                  mimetype: TYPES[path.extname(file)]!,
                  name: file,
                  size: bytes.length,
                },
              }
            : {}),
        })
        return String(doc.id)
      }
      const tenant = await create('tenants', {
        name: 'Kept Studio',
        slug: 'kept',
        kind: 'client',
        status: 'active',
        locales: ['en', 'de'],
        defaultLocale: 'en',
        visibility: 'public',
      })
      const user = await create('users', {
        email: 'owner@kept.test',
        name: 'Olga Kept',
        password: 'a-password-that-is-kept',
      })
      await create('memberships', { user, tenant, role: 'owner', status: 'active' })
      const cover = await create(
        'media',
        { tenant, alt: 'The cover', focalX: 20, focalY: 30 },
        'cover.png',
      )
      const portrait = await create('media', { tenant, alt: 'A portrait' }, 'portrait.jpg')
      const paper = await create('documents', { tenant, title: 'A paper' }, 'paper.pdf')
      const person = await create('people', {
        tenant,
        name: 'Petra Kept',
        slug: 'petra-kept',
        portrait,
        _status: 'published',
      })
      await create('case-studies', {
        tenant,
        title: 'A kept study',
        slug: 'a-kept-study',
        visibility: 'public',
        cover,
        credits: [{ person }],
        _status: 'published',
      })
      await create('pages', {
        tenant,
        title: 'A kept page',
        slug: 'a-kept-page',
        body: textWith([
          {
            type: 'block',
            version: 2,
            format: '',
            fields: {
              id: '6650f0f0f0f0f0f0f0f0f0f0',
              blockName: '',
              blockType: 'downloads',
              items: [{ id: '6650f0f0f0f0f0f0f0f0f0f1', document: paper }],
            },
          },
        ]),
        _status: 'published',
      })
      return 0
    },
  })

const TYPES: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
}

const textWith = (nodes: object[]) => ({
  root: {
    type: 'root',
    direction: 'ltr',
    format: '',
    indent: 0,
    version: 1,
    children: [
      {
        type: 'paragraph',
        version: 1,
        children: [
          {
            type: 'text',
            text: 'Kept words',
            format: 0,
            detail: 0,
            mode: 'normal',
            style: '',
            version: 1,
          },
        ],
      },
      ...nodes,
    ],
  },
})
