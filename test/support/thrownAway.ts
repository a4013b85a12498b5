// Views of the admin for the tests of what people may do: each with a document that may be thrown away.
import { expect } from '@jest/globals'
import sharp from 'sharp'
import type { Editing } from './editing.ts'

/** The first user of the installation is its operator. */
export const OPERATOR = 'first'

type State = 'draft' | 'online' | 'trashed'

/** A view, made anew for whoever opens it. Where somebody else wrote, it was the operator. */
export type View = {
  name: string
  /** Where it is; `null` where the person has nothing like it. */
  open: (as: string) => Promise<string | null>
  selects?: true
}

export const ofStudy = (id: string) => `/admin/collections/case-studies/${id}`

export const thrownAway = (editing: Editing) => {
  let number = 0

  const make = async ({
    as,
    collection = 'case-studies',
    state,
  }: {
    as: string
    collection?: string
    state: State
  }): Promise<string> => {
    number += 1
    const name = `Thrown away ${number}`
    const content =
      collection === 'case-studies'
        ? { title: name, visibility: 'public' }
        : collection === 'pages'
          ? { title: name }
          : { name }
    const { body, status } = await editing.call({
      as,
      method: 'POST',
      path: `/api/${collection}?draft=true`,
      body: { ...content, tenant: editing.tenant },
    })
    expect(status).toBe(201)
    const { id } = body.doc
    if (state !== 'draft') {
      const changed = await editing.call({
        as: OPERATOR,
        method: 'PATCH',
        path: `/api/${collection}/${id}`,
        body:
          state === 'online' ? { _status: 'published' } : { deletedAt: new Date().toISOString() },
      })
      expect(changed.status).toBe(200)
    }
    return id
  }

  /** Each of its own colour: what is there already is no other file. */
  const addFile = async (as: string): Promise<string> => {
    number += 1
    const bytes = await sharp({
      create: {
        background: { r: number % 256, g: 90, b: 120 },
        channels: 3,
        height: 400,
        width: 600,
      },
    })
      .png()
      .toBuffer()
    return editing.upload({ as, bytes, name: `thrown-away-${number}.png`, type: 'image/png' })
  }

  const idOf = async (collection: string, where = ''): Promise<string> => {
    const { body } = await editing.call({
      as: OPERATOR,
      path: `/api/${collection}?where[tenant][equals]=${editing.tenant}&limit=1&trash=true${where}`,
    })
    return body.docs[0]?.id ?? ''
  }

  const versionOf = async (id: string): Promise<string> => {
    const { body } = await editing.call({
      as: OPERATOR,
      path: `/api/case-studies/versions?where[parent][equals]=${id}&limit=1`,
    })
    return body.docs[0]!.id
  }

  const own =
    (to: (id: string) => Promise<string> | string, state: State) =>
    async (as: string): Promise<string | null> =>
      as !== 'viewer' ? to(await make({ as, state })) : null

  const others =
    (to: (id: string) => Promise<string> | string, state: State) => async (): Promise<string> =>
      to(await make({ as: OPERATOR, state }))

  const list = (path: string): View => ({
    name: path,
    selects: true,
    open: async () => {
      const [collection = ''] = path.split('/')
      if (['case-studies', 'pages', 'people'].includes(collection)) {
        await make({
          as: OPERATOR,
          collection,
          state: path.endsWith('trash') ? 'trashed' : 'draft',
        })
      }
      return `/admin/collections/${path}`
    },
  })

  const VIEWS: View[] = [
    list('case-studies'),
    { name: 'own draft', open: own(ofStudy, 'draft') },
    { name: 'draft of somebody else', open: others(ofStudy, 'draft') },
    { name: 'study that is online', open: others(ofStudy, 'online') },
    list('case-studies/trash'),
    {
      name: 'own study in the trash',
      open: own((id) => `/admin/collections/case-studies/trash/${id}`, 'trashed'),
    },
    {
      name: 'study in the trash',
      open: others((id) => `/admin/collections/case-studies/trash/${id}`, 'trashed'),
    },
    { name: 'versions', open: others((id) => `${ofStudy(id)}/versions`, 'online') },
    {
      name: 'version of an own draft',
      open: own(async (id) => `${ofStudy(id)}/versions/${await versionOf(id)}`, 'draft'),
    },
    {
      name: 'version',
      open: others(async (id) => `${ofStudy(id)}/versions/${await versionOf(id)}`, 'online'),
    },
    list('pages'),
    list('people'),
    {
      name: 'person',
      open: async () =>
        `/admin/collections/people/${await make({ as: OPERATOR, collection: 'people', state: 'online' })}`,
    },
    {
      name: 'media',
      selects: true,
      open: async () => {
        await addFile(OPERATOR)
        return '/admin/collections/media'
      },
    },
    {
      name: 'own file',
      open: async (as) =>
        as !== 'viewer' ? `/admin/collections/media/${await addFile(as)}` : null,
    },
    {
      name: 'file of somebody else',
      open: async () => `/admin/collections/media/${await addFile(OPERATOR)}`,
    },
    list('documents'),
    {
      name: 'site settings',
      open: async () => `/admin/collections/site-settings/${await idOf('site-settings')}`,
    },
    { name: 'tenant', open: () => Promise.resolve(`/admin/collections/tenants/${editing.tenant}`) },
    list('memberships'),
    list('invitations'),
    list('redirects'),
    list('roles'),
    list('leads'),
    list('domains'),
    { name: 'account', open: () => Promise.resolve('/admin/account') },
  ]

  return { make, versionOf, views: VIEWS }
}
