// What people see works: each person opens the views of the admin, presses what they find there, and nothing of it is
// refused for lack of a right. Documents are thrown away, so that what destroys may be pressed too.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import sharp from 'sharp'
import type { BrowserContext, Page } from 'playwright-core'
import { ROLES } from '../../access/roles.ts'
import { startEditing, type Editing } from '../support/editing.ts'
import { inShort } from '../support/inShort.ts'
import { controlsOf, press, select, settle, watchRefusals } from '../support/pressing.ts'

/** The first user of the installation is its operator. */
const OPERATOR = 'first'
const AGENCY = 'agency'
const PEOPLE = [...ROLES, AGENCY, OPERATOR]

let editing: Editing
let number = 0

beforeAll(async () => {
  editing = await startEditing(ROLES)
  const agency = await editing.openTenant({ name: 'Agency', slug: 'agency', kind: 'agency' })
  await editing.invite({ as: AGENCY, role: 'editor', tenant: agency })
  const { status } = await editing.call({
    as: OPERATOR,
    method: 'PATCH',
    path: `/api/tenants/${editing.tenant}`,
    body: { agency },
  })
  expect(status).toBe(200)
}, 240_000)

afterAll(async () => {
  await editing?.stop()
}, 60_000)

const WRITERS = PEOPLE.filter((one) => one !== 'viewer')

type State = 'draft' | 'online' | 'trashed'

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
      body: state === 'online' ? { _status: 'published' } : { deletedAt: new Date().toISOString() },
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

const ofStudy = (id: string) => `/admin/collections/case-studies/${id}`

/** A view, made anew for whoever opens it. Where somebody else wrote, it was the operator. */
type View = {
  name: string
  /** Where it is; `null` where the person has nothing like it. */
  open: (as: string) => Promise<string | null>
  selects?: true
}

const own =
  (to: (id: string) => Promise<string> | string, state: State) =>
  async (as: string): Promise<string | null> =>
    WRITERS.includes(as) ? to(await make({ as, state })) : null

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
      WRITERS.includes(as) ? `/admin/collections/media/${await addFile(as)}` : null,
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

const visit = async (page: Page, path: string, view: View): Promise<boolean> => {
  await page.goto(path)
  await settle(page)
  if ((await page.getByRole('heading', { name: 'Nothing found' }).count()) > 0) {
    return false
  }
  if (view.selects) {
    await select(page)
  }
  return true
}

const tryAll = async (as: string, context: BrowserContext, view: View, turn: number) => {
  const page = await context.newPage()
  page.on('dialog', (dialog) => void dialog.accept())
  const { read, refusals } = watchRefusals(page)
  const wrong: string[] = []
  const note = async (label: string) => {
    await read()
    wrong.push(...refusals.splice(0).map((refusal) => `${view.name} → ${label}: ${refusal}`))
  }
  let pressed = 0
  const path = await view.open(as)
  if (path !== null && (await visit(page, path, view))) {
    const controls = await controlsOf(page)
    await note('opening it')
    for (const [place, control] of inShort(controls, turn, 12).entries()) {
      const again = place === 0 ? path : await view.open(as)
      if (again === null || !(await visit(page, again, view))) {
        continue
      }
      if (await press(page, control, (place + turn) % 2 === 0)) {
        pressed += 1
      }
      await note(control.label)
    }
  }
  await page.close()
  return { pressed, wrong }
}

const total = { pressed: 0 }

describe.each(PEOPLE.map((as, turn) => [as, turn] as const))('as %s', (as, turn) => {
  it('nothing that is offered is refused', async () => {
    const context = await editing.signedIn(as, { viewport: { width: 1440, height: 1000 } })
    const wrong: string[] = []
    for (const [place, view] of inShort(VIEWS, turn, 13).entries()) {
      const tried = await tryAll(as, context, view, turn + place)
      total.pressed += tried.pressed
      wrong.push(...tried.wrong)
    }
    await context.close()
    expect(wrong).toEqual([])
  }, 900_000)
})

it('there was something to press', () => {
  expect(total.pressed).toBeGreaterThan(6)
})

describe('what is seen', () => {
  const seenBy = async <Seen>(as: string, look: (page: Page) => Promise<Seen>): Promise<Seen> => {
    const context = await editing.signedIn(as, { viewport: { width: 1600, height: 1000 } })
    const seen = await look(await context.newPage())
    await context.close()
    return seen
  }
  const open = async (page: Page, path: string): Promise<void> => {
    await page.goto(path)
    await settle(page)
  }

  it('in the menu is what somebody can do something with', async () => {
    const menuOf = (as: string) =>
      seenBy(as, async (page) => {
        await open(page, '/admin/account')
        return page.locator('.nav__link').allInnerTexts()
      })
    const settings = ['Tenants', 'Users', 'Roles', 'Domains']
    const contributor = await menuOf('contributor')
    expect(contributor).toContain('Case studies')
    expect(contributor.filter((entry) => settings.includes(entry))).toEqual([])
    expect(await menuOf('owner')).toEqual(expect.arrayContaining(['Tenants', 'Roles', 'Domains']))
  }, 60_000)

  it('in a list are boxes, where something can be done with several', async () => {
    await make({ as: OPERATOR, state: 'draft' })
    const boxesOf = (as: string) =>
      seenBy(as, async (page) => {
        await open(page, '/admin/collections/case-studies')
        return page.locator('td input[type="checkbox"]:visible').count()
      })
    expect(await boxesOf('contributor')).toBe(0)
    expect(await boxesOf('editor')).toBeGreaterThan(0)
  }, 60_000)

  it('among the columns is nothing without a name, and nothing that an import keeps for itself', async () => {
    const columns = await seenBy('editor', async (page) => {
      await open(page, '/admin/collections/case-studies')
      await page.getByRole('button', { name: 'Columns' }).click()
      return page.locator('.pill-selector .pill').allInnerTexts()
    })
    expect(columns.length).toBeGreaterThan(10)
    expect(columns.filter((one) => one.trim() === '' || /^origin|assigned/i.test(one))).toEqual([])
  }, 60_000)

  it('above a document are the views that are for the person', async () => {
    const id = await make({ as: OPERATOR, state: 'draft' })
    const tabsOf = (as: string) =>
      seenBy(as, async (page) => {
        await open(page, ofStudy(id))
        return (await page.locator('.doc-tabs').allInnerTexts()).join(' ')
      })
    expect(await tabsOf('editor')).not.toContain('API')
    expect(await tabsOf('admin')).toContain('API')
  }, 60_000)

  it('in the menu of a document is nothing that would have to be saved, for those who only read it', async () => {
    const menuOf = (id: string) =>
      seenBy('contributor', async (page) => {
        await open(page, ofStudy(id))
        await page.locator('.doc-controls__popup .popup-button').click()
        await page.getByRole('button', { name: 'Duplicate', exact: true }).waitFor()
        return page.locator('.popup__content button:visible').allInnerTexts()
      })
    const copy = 'Copy to locale'
    expect(await menuOf(await make({ as: 'contributor', state: 'draft' }))).toContain(copy)
    expect(await menuOf(await make({ as: OPERATOR, state: 'draft' }))).not.toContain(copy)
  }, 60_000)

  it('beside a version is the button that brings it back, for those who may', async () => {
    const restores = (as: string, id: string) =>
      seenBy(as, async (page) => {
        await open(page, `${ofStudy(id)}/versions/${await versionOf(id)}`)
        return (await page.getByRole('button', { name: 'Restore' }).count()) > 0
      })
    expect(await restores('contributor', await make({ as: 'contributor', state: 'draft' }))).toBe(
      true,
    )
    expect(await restores('contributor', await make({ as: OPERATOR, state: 'draft' }))).toBe(false)
  }, 60_000)
})
