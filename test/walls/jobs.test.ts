// Jobs run for nobody in particular. What they may do is what their user may, or what a capability
// names, and nothing else.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import type { Payload } from 'payload'
import { actAsPlatform } from '../../access/claims.ts'
import { forRequest, setFallbackClaims } from '../../plugins/row-level-security/index.ts'
import { runDueJobs } from '../../src/jobs/runner.ts'
import { createPicture, createStudy } from '../support/content.ts'
import { startPayload, type TestPayload } from '../support/payload.ts'
import { createWorld, type World } from '../support/tenants.ts'

let running: TestPayload
let payload: Payload
let world: World
let owner: pg.Client

beforeAll(async () => {
  running = await startPayload()
  payload = running.payload
  world = await createWorld({ payload })
  owner = new pg.Client({ connectionString: running.databaseUrl })
  await owner.connect()
})

afterAll(async () => {
  await owner?.end()
  await running.stop()
})

/** As the server's own clock does: no request, no user, no fallback. */
const runJobs = async () => {
  setFallbackClaims(undefined)
  try {
    await runDueJobs({ payload })
  } finally {
    actAsPlatform()
  }
}

type Plan = Parameters<Payload['jobs']['queue']>[0]

const schedule = async ({
  as,
  study,
  type = 'publish',
  user = { relationTo: 'users', value: as.id },
}: {
  as: { id: string }
  study: string
  type?: string | null
  /** With whose rights it runs; Payload takes `null` for everybody's. */
  user?: { relationTo: string; value: string } | null
}) =>
  forRequest(async () =>
    payload.jobs.queue({
      task: 'schedulePublish',
      input: {
        type,
        doc: { relationTo: 'case-studies', value: study },
        user,
      },
      req: { user: as },
    } as unknown as Plan),
  )

const statusOf = async (id: string): Promise<string> => {
  const { rows } = await owner.query<{ _status: string }>(
    'select _status from case_studies where id = $1',
    [id],
  )
  return rows[0]!._status
}

describe('a scheduled publish', () => {
  it('goes through with the rights of whoever planned it', async () => {
    const study = await createStudy({
      payload,
      tenant: world.client.id,
      title: 'Planned',
      _status: 'draft',
    })
    await schedule({ as: await world.user('editor', 'client'), study: study.id })
    await runJobs()
    expect(await statusOf(study.id)).toBe('published')
  })

  it('cannot be planned by somebody who may not, nor for another tenant', async () => {
    const study = await createStudy({
      payload,
      tenant: world.client.id,
      title: 'Not yours',
      _status: 'draft',
    })
    for (const as of [
      await world.user('contributor', 'client'),
      await world.user('owner', 'stranger'),
    ]) {
      await expect(schedule({ as, study: study.id })).rejects.toThrow()
    }
    await runJobs()
    expect(await statusOf(study.id)).toBe('draft')
  })

  it('takes the right to publish beside the one to schedule, and unpublishing its own', async () => {
    const study = await createStudy({ payload, tenant: world.client.id, title: 'By role' })
    const { docs } = await payload.find({
      collection: 'memberships',
      where: { 'user.email': { equals: 'reviewer@client.test' } },
    })
    let made = 0
    const hold = async (permissions: string[]) => {
      made += 1
      const role = await payload.create({
        collection: 'roles',
        data: { tenant: world.client.id, name: `Role ${made}`, permissions },
      })
      await payload.update({
        collection: 'memberships',
        id: docs[0]!.id,
        data: { role: 'custom', customRole: role.id },
      })
      return world.user('reviewer', 'client')
    }
    const tried = async (permissions: string[]) => {
      const as = await hold(['case-studies.updateAny', ...permissions])
      const allowed: (string | null)[] = []
      for (const type of ['publish', 'unpublish', null]) {
        await schedule({ as, study: study.id, type }).then(
          () => allowed.push(type),
          () => undefined,
        )
      }
      return allowed
    }
    expect(await tried(['case-studies.publish', 'case-studies.unpublish'])).toEqual([])
    expect(await tried(['case-studies.schedule'])).toEqual([])
    expect(await tried(['pages.schedule', 'case-studies.publish'])).toEqual([])
    expect(await tried(['case-studies.schedule', 'case-studies.unpublish'])).toEqual(['unpublish'])
    expect(await tried(['case-studies.schedule', 'case-studies.publish'])).toEqual([
      'publish',
      null,
    ])
  })

  it('is planned with nobody’s rights but one’s own', async () => {
    const study = await createStudy({ payload, tenant: world.client.id, title: 'As another' })
    const as = await world.user('editor', 'client')
    const owner = await world.user('owner', 'client')
    for (const user of [null, { relationTo: 'users', value: owner.id }]) {
      await expect(schedule({ as, study: study.id, user })).rejects.toThrow()
    }
    await schedule({ as, study: study.id })
  })

  it('does nothing once its planner has lost the right', async () => {
    const study = await createStudy({
      payload,
      tenant: world.client.id,
      title: 'Too late',
      _status: 'draft',
    })
    const editor = await world.user('editor', 'client')
    await schedule({ as: editor, study: study.id })
    await payload.update({
      collection: 'memberships',
      where: { user: { equals: editor.id } },
      data: { status: 'suspended' },
    })
    await runJobs()
    expect(await statusOf(study.id)).toBe('draft')
  })

  it('is seen by its own tenant’s people only', async () => {
    const study = await createStudy({ payload, tenant: world.agency.id, title: 'Later' })
    await schedule({ as: await world.user('owner', 'agency'), study: study.id })
    const seenBy = async (tenant: 'agency' | 'stranger') =>
      (
        await payload.find({
          collection: 'payload-jobs',
          overrideAccess: true,
          user: await world.user('viewer', tenant),
        })
      ).docs.length
    expect(await seenBy('agency')).toBeGreaterThan(0)
    expect(await seenBy('stranger')).toBe(0)
  })
})

describe('the end of an embargo', () => {
  it('lists the study’s files, in its own tenant', async () => {
    const picture = await createPicture({ payload, tenant: world.stranger.id })
    const study = await createStudy({
      payload,
      tenant: world.stranger.id,
      title: 'Embargoed',
      cover: picture.id,
      embargoUntil: new Date(Date.now() + 60_000).toISOString(),
    })
    const exposure = async () =>
      (
        await owner.query<{ exposure: string }>('select exposure from media where id = $1', [
          picture.id,
        ])
      ).rows[0]!.exposure
    expect(await exposure()).toBe('none')
    await owner.query('update case_studies set embargo_until = now() where id = $1', [study.id])
    await owner.query('update payload_jobs set wait_until = null where task_slug = $1', [
      'liftEmbargo',
    ])
    await runJobs()
    expect(await exposure()).toBe('public')
  })
})
