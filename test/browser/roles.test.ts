// What people see works: each person opens the views of the admin, presses what they find there, and nothing of it is
// refused for lack of a right. Documents are thrown away, so that what destroys may be pressed too.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { BrowserContext, Page } from 'playwright-core'
import { ROLES } from '../../access/roles.ts'
import { eventually } from '../support/demo.ts'
import { startEditing, type Editing } from '../support/editing.ts'
import { inShort } from '../support/inShort.ts'
import { controlsOf, press, select, settle, watchRefusals } from '../support/pressing.ts'
import { OPERATOR, ofStudy, thrownAway, type View } from '../support/thrownAway.ts'

/** What nobody is to read. */
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/i

const AGENCY = 'agency'
const PEOPLE = [...ROLES, AGENCY, OPERATOR]

let editing: Editing
let made: ReturnType<typeof thrownAway>

beforeAll(async () => {
  editing = await startEditing(ROLES)
  made = thrownAway(editing)
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
    for (const [place, view] of inShort(made.views, turn, 13).entries()) {
      const tried = await tryAll(as, context, view, turn + place)
      total.pressed += tried.pressed
      wrong.push(...tried.wrong)
    }
    await context.close()
    expect(wrong).toEqual([])
  }, 900_000)
})

it('there was something to press', () => {
  expect(total.pressed).toBeGreaterThan(3)
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
    const theirs = await made.make({ as: OPERATOR, state: 'draft' })
    const { body } = await editing.call({
      as: OPERATOR,
      path: `/api/case-studies/${theirs}?draft=true&depth=0`,
    })
    const { title } = body as unknown as { title: string }
    const boxesOf = (as: string, search = '') =>
      seenBy(as, async (page) => {
        await open(page, `/admin/collections/case-studies?search=${encodeURIComponent(search)}`)
        return page.locator('td input[type="checkbox"]:visible').count()
      })
    // What the tests before made of their own is not among these.
    expect(await boxesOf('contributor', title)).toBe(0)
    expect(await boxesOf('editor', title)).toBeGreaterThan(0)
    await made.make({ as: 'contributor', state: 'draft' })
    expect(await boxesOf('contributor')).toBeGreaterThan(0)
    expect(await boxesOf('viewer')).toBe(0)
    const boxesAmongMembers = (as: string) =>
      seenBy(as, async (page) => {
        await open(page, '/admin/collections/memberships')
        await page.locator('.cell-user').first().waitFor()
        return page.locator('td input[type="checkbox"]:visible').count()
      })
    expect(await boxesAmongMembers('contributor')).toBe(0)
    expect(await boxesAmongMembers('owner')).toBeGreaterThan(0)
  }, 60_000)

  it('beside their own membership everybody may leave, but for the last owner, who is told why not', async () => {
    const besideOwn = (as: string) =>
      seenBy(as, async (page) => {
        const { body } = await editing.call({
          as,
          path: `/api/memberships?where[user.email][equals]=${as}@editing.test&depth=0`,
        })
        await open(page, `/admin/collections/memberships/${body.docs[0]!.id}`)
        return page.locator('.vitrine-people-actions').innerText()
      })
    expect(await besideOwn('editor')).toBe('Leave this tenant')
    expect(await besideOwn('owner')).toContain('make somebody else an owner first')
  }, 60_000)

  it('several drafts go to the trash at once, of whoever may delete their own only those', async () => {
    const own = [
      await made.make({ as: 'contributor', state: 'draft' }),
      await made.make({ as: 'contributor', state: 'draft' }),
    ]
    await made.make({ as: OPERATOR, state: 'draft' })
    const left = await seenBy('contributor', async (page) => {
      const { read, refusals } = watchRefusals(page)
      await open(page, '/admin/collections/case-studies?limit=100')
      await select(page)
      await page.getByRole('button', { name: /^Delete \d+ drafts of yours$/ }).click()
      await page.locator('.confirmation-modal #confirm-action').click()
      await page.getByText(/drafts are in the trash/).waitFor()
      await read()
      expect(refusals).toEqual([])
      const { body } = await editing.call({
        as: OPERATOR,
        path: `/api/case-studies?draft=true&depth=0&limit=100&where[tenant][equals]=${editing.tenant}`,
      })
      return body.docs
    })
    expect(left.filter(({ id }) => own.includes(id))).toEqual([])
    expect(left.length).toBeGreaterThan(0)
  }, 60_000)

  it('among the columns is nothing without a name, and nothing that an import keeps for itself', async () => {
    const columns = await seenBy('editor', async (page) => {
      await open(page, '/admin/collections/case-studies')
      await page.getByRole('button', { name: 'Columns' }).click()
      const offered = await page.locator('.pill-selector .pill').allInnerTexts()
      await page.getByRole('button', { name: 'Filters' }).click()
      await page.locator('.where-builder__add-first-filter').click()
      await page.locator('.condition__field .rs__control').click()
      return [...offered, ...(await page.locator('.rs__option').allInnerTexts())]
    })
    expect(columns.length).toBeGreaterThan(20)
    expect(
      columns.filter((one) => one.trim() === '' || /^(id$|origin|assigned)/i.test(one)),
    ).toEqual([])
  }, 60_000)

  it('versions and members are called by what people know them by', async () => {
    const study = await made.make({ as: OPERATOR, state: 'online' })
    const words = await seenBy('owner', async (page) => {
      await open(page, `${ofStudy(study)}/versions`)
      await page.locator('.versions .table').waitFor()
      const versions = await page.locator('main, .template-default__wrap').first().innerText()
      await open(page, '/admin/collections/memberships')
      await page.locator('.cell-user a, .cell-user button').first().click()
      await page.locator('.render-title:visible').waitFor()
      const membership = page.locator('.template-default__wrap')
      // Whom it is of is known once the person was read.
      await eventually(async () => !ID.test(await membership.innerText()))
      return `${versions} ${await membership.innerText()}`
    })
    expect(words).not.toMatch(ID)
  }, 60_000)

  it('plans are for those who may make them, and offer what they may plan', async () => {
    const roleOf = async (name: string, permissions: string[]): Promise<void> => {
      const { body } = await editing.call({
        as: OPERATOR,
        method: 'POST',
        path: '/api/roles',
        body: { name, permissions, tenant: editing.tenant },
      })
      await editing.invite({
        as: name,
        customRole: body.doc.id,
        role: 'custom',
        tenant: editing.tenant,
      })
    }
    const publishes = ['case-studies.updateAny', 'case-studies.publish']
    await roleOf('publisher', publishes)
    await roleOf('planner', [...publishes, 'case-studies.schedule'])
    const study = await made.make({ as: OPERATOR, state: 'online' })
    const plansOf = (as: string) =>
      seenBy(as, async (page) => {
        await open(page, ofStudy(study))
        await page.locator('#action-save').waitFor()
        const opener = page.locator('.form-submit .popup-button:enabled').first()
        if ((await opener.count()) === 0) {
          return null
        }
        await opener.click()
        const plan = page.locator('#schedule-publish:visible')
        if ((await plan.count()) === 0) {
          return null
        }
        await plan.click()
        const types = page.locator('.schedule-publish__type li:visible')
        await types.first().waitFor()
        return (await types.allInnerTexts()).map((one) => one.trim())
      })
    expect(await plansOf('publisher')).toBeNull()
    expect(await plansOf('planner')).toEqual(['Publish'])
    expect(await plansOf('editor')).toEqual(['Publish', 'Unpublish'])
  }, 90_000)

  it('above a document are the views that are for the person', async () => {
    const id = await made.make({ as: OPERATOR, state: 'draft' })
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
    expect(await menuOf(await made.make({ as: 'contributor', state: 'draft' }))).toContain(copy)
    expect(await menuOf(await made.make({ as: OPERATOR, state: 'draft' }))).not.toContain(copy)
  }, 60_000)

  it('beside a version is the button that brings it back, for those who may', async () => {
    const restores = (as: string, id: string) =>
      seenBy(as, async (page) => {
        await open(page, `${ofStudy(id)}/versions/${await made.versionOf(id)}`)
        return (await page.getByRole('button', { name: 'Restore' }).count()) > 0
      })
    expect(
      await restores('contributor', await made.make({ as: 'contributor', state: 'draft' })),
    ).toBe(true)
    expect(await restores('contributor', await made.make({ as: OPERATOR, state: 'draft' }))).toBe(
      false,
    )
  }, 60_000)
})
