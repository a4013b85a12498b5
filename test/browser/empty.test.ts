// A tenant with nothing in it: every view opens, every form with an empty row in each of its lists is saved or says
// which field is missing, and is there after a reload. What is tried comes from the configuration.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { BrowserContext, Page } from 'playwright-core'
import { canInTenant } from '../../access/compile.ts'
import { PLATFORM } from '../../access/principal.ts'
import { allRules, type RuledCollection } from '../../access/rules.ts'
import config from '../../payload.config.ts'
import { watchComplaints } from '../support/browser.ts'
import { startEditing, type Editing } from '../support/editing.ts'
import {
  addRows,
  arraysIn,
  isMeant,
  openTabs,
  save,
  saveButton,
  shown,
  visit,
  wrongWords,
} from '../support/emptyForms.ts'
import { inShort } from '../support/inShort.ts'
import { openNew } from '../support/openNew.ts'

const configured = await config
/** Without accounts, which are for operators. */
const collections = shown(configured).filter(({ slug }) => slug !== 'users')

/** The first user of the installation opens tenants. */
const OPERATOR = 'first'

let editing: Editing
let context: BrowserContext
let page: Page
let complaints: string[]

beforeAll(async () => {
  editing = await startEditing(['owner'])
  context = await editing.signedIn('owner', { viewport: { width: 1440, height: 1100 } })
  page = await open(context)
}, 240_000)

afterAll(async () => {
  await context?.close()
  await editing?.stop()
}, 60_000)

const open = async (into: BrowserContext): Promise<Page> => {
  const opened = await into.newPage()
  complaints = watchComplaints(opened)
  opened.on('dialog', (dialog) => void dialog.accept())
  return opened
}

const idOfOnly = async (collection: string): Promise<string> => {
  const { body } = await editing.call({
    as: 'owner',
    path: `/api/${collection}?where[tenant][equals]=${editing.tenant}&limit=1&depth=0`,
  })
  return body.docs[0]!.id
}

/** Where the views of our own are; of a new one the test asks where it is. */
const PLACES: Record<string, string> = {
  acceptInvitation: '/admin/accept-invitation',
  chooseTenant: '/admin/choose-tenant',
  confirmEmail: '/admin/confirm-email',
  dashboard: '/admin',
  importer: '/admin/import',
  start: '/admin/collections/case-studies/create',
  duplicates: '/admin/collections/media/duplicates',
}

const ownViews = [
  ...Object.keys(configured.admin.components.views ?? {}),
  ...collections.flatMap(({ admin }) =>
    Object.keys(admin.components?.views ?? {}).filter((key) => !['edit', 'list'].includes(key)),
  ),
]

const LISTS = collections.flatMap(({ slug, trash }) => [
  `/admin/collections/${slug}`,
  ...(trash ? [`/admin/collections/${slug}/trash`] : []),
])

const VIEWS = [...Object.values(PLACES), '/admin/account', ...LISTS]

it('each view of our own has a place here', () => {
  expect([...new Set(ownViews)].sort()).toEqual(Object.keys(PLACES).sort())
})

describe.each(inShort(VIEWS, 1, 8))('%s', (path) => {
  it('opens with nothing in it', async () => {
    complaints.length = 0
    await visit(page, path)
    await openTabs(page, async () => {
      expect(await wrongWords(page, configured)).toEqual([])
    })
    expect(complaints).toEqual([])
  }, 60_000)
})

const isMade = (slug: string): slug is RuledCollection =>
  slug in allRules &&
  (slug === 'tenants' ||
    canInTenant({
      action: 'create',
      collection: slug as RuledCollection,
      principal: PLATFORM,
      tenant: null,
    }))

/** What there is one of, and is made with the tenant. */
const ONLY = ['site-settings']

const MADE = collections.filter(({ slug }) => isMade(slug) && !ONLY.includes(slug))
const FORMS = [...MADE.map(({ slug }) => slug), ...ONLY]

describe.each(inShort(FORMS, 0, 7))('an empty form of %s', (slug) => {
  const { fields } = collections.find((one) => one.slug === slug)!
  const arrays = arraysIn(fields)

  it('opens in each of its tabs, takes an empty row wherever there may be rows, and is saved or says what is missing', async () => {
    const into = slug === 'tenants' ? await editing.signedIn(OPERATOR) : context
    const form = await open(into)
    if (ONLY.includes(slug)) {
      await visit(form, `/admin/collections/${slug}/${await idOfOnly(slug)}`)
    } else {
      await visit(form, `/admin/collections/${slug}`)
      await openNew(form, slug, `Empty ${slug}`)
      await saveButton(form).waitFor()
    }
    const added: string[] = []
    await openTabs(form, async () => {
      // Those beside the tabs are seen in each of them.
      const left = arrays.filter((path) => !added.includes(path))
      added.push(...(await addRows(form, left)))
      expect(await wrongWords(form, configured)).toEqual([])
    })
    expect(added.sort()).toEqual([...arrays].sort())
    await save(form, slug, saveButton(form))
    expect(await wrongWords(form, configured)).toEqual([])
    await form.reload()
    await saveButton(form).waitFor()
    await openTabs(form, async () => {
      expect(await wrongWords(form, configured)).toEqual([])
    })
    const publish = form.locator('#action-save:visible')
    await save(form, slug, publish)
    expect(await wrongWords(form, configured)).toEqual([])
    expect(complaints.filter((one) => !isMeant(slug)(one))).toEqual([])
    await form.close()
    if (into !== context) {
      await into.close()
    }
  }, 120_000)
})
