// Two processes on one database, as behind a load balancer: what one begins the other may finish, and nothing
// is lost, done twice or left hanging, though connections are cut all the while. `npm run prove` does more of it.
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import pg from 'pg'
import sharp from 'sharp'
import { createPicture, createStudy } from '../support/content.ts'
import { startPayload } from '../support/payload.ts'
import { makeDataDir, startServerOn, type ServerProcess } from '../support/process.ts'
import { createWorld, PASSWORD, type World } from '../support/tenants.ts'

const TIMES = Number(process.env.VITRINE_TIMES ?? 1)
const UPLOADS = 25 * TIMES
const BULK_CHANGES = 4 * TIMES
const PUBLISHES = 20 * TIMES
const CUTS = 8 * TIMES

const dataDir = makeDataDir()
let servers: ServerProcess[] = []
let owner: pg.Client
let world: World
let token: string
let drafts: string[]
let published: string[]

beforeAll(async () => {
  // The files of both and of this process are in one place.
  process.env.DATA_DIR = dataDir
  const running = await startPayload()
  const { payload } = running
  world = await createWorld({ payload })
  const tenant = world.client.id
  const cover = (await createPicture({ payload, tenant })).id
  drafts = []
  published = []
  for (let index = 0; index < PUBLISHES; index += 1) {
    const { id } = await createStudy({
      payload,
      tenant,
      title: `Draft ${index}`,
      _status: 'draft',
    })
    drafts.push(id)
  }
  for (let index = 0; index < 10; index += 1) {
    published.push((await createStudy({ payload, tenant, title: `Public ${index}`, cover })).id)
  }
  owner = new pg.Client({ connectionString: running.databaseUrl })
  await owner.connect()
  await running.stop()
  servers = [
    await startServerOn(running.databaseUrl, dataDir),
    await startServerOn(running.databaseUrl, dataDir),
  ]
  const login = await fetch(`${servers[0]!.url}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'editor@client.test', password: PASSWORD }),
  })
  ;({ token } = (await login.json()) as { token: string })
}, 400_000)

afterAll(async () => {
  for (const { child, exit } of servers) {
    child.kill('SIGTERM')
    await exit
  }
  await owner?.end()
  rmSync(dataDir, { force: true, recursive: true })
})

const send = ({ url }: ServerProcess, path: string, init: RequestInit): Promise<Response> =>
  fetch(url + path, {
    ...init,
    headers: { authorization: `JWT ${token}`, ...init.headers },
  })

/** Of one request; the last cut is long past by then. */
const MOST_ROUNDS = 60 * TIMES

/** Until it is answered with something else than 503, which says that it may be asked again. */
const insist = async (index: number, path: string, init: () => RequestInit): Promise<Response> => {
  for (let round = 0; ; round += 1) {
    const server = servers[(index + round) % servers.length]!
    const answer = await send(server, path, init())
    if (answer.status === 500) {
      const said = `${await answer.text()}\n${server.output().slice(-6_000)}`
      throw new Error(`${init().method} ${path} is 500: ${said}`)
    }
    if (answer.status !== 503 || round === MOST_ROUNDS) {
      return answer
    }
    await answer.arrayBuffer()
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

const json = (method: string, body: unknown) => (): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

const uploadAndDelete = async (index: number): Promise<void> => {
  const bytes = await sharp({
    create: { width: 64, height: 64, channels: 3, background: { r: index % 256, g: 90, b: 60 } },
  })
    .png()
    .toBuffer()
  const made = await insist(index, '/api/media', () => {
    const form = new FormData()
    form.set('_payload', JSON.stringify({ tenant: world.client.id, alt: `Upload ${index}` }))
    form.set('file', new Blob([bytes as BlobPart], { type: 'image/png' }), `upload-${index}.png`)
    return { method: 'POST', body: form }
  })
  expect([index, made.status]).toEqual([index, 201])
  const { doc } = (await made.json()) as { doc: { id: string } }
  const gone = await insist(index + 1, `/api/media/${doc.id}`, json('DELETE', {}))
  // One whose answer was lost has happened.
  expect([200, 404]).toContain(gone.status)
}

const changeAll = async (index: number): Promise<void> => {
  const visibility = index % 2 === 0 ? 'unlisted' : 'public'
  const ids = published.map((id, at) => `where[id][in][${at}]=${id}`).join('&')
  const answer = await insist(index, `/api/case-studies?${ids}`, json('PATCH', { visibility }))
  expect([index, answer.status]).toEqual([index, 200])
}

const rowsOf = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
  (await owner.query<Row>(text, values)).rows

const waitingJobs = () =>
  rowsOf<{ task_slug: string; error: unknown }>(
    `select task_slug, error, has_error, processing, interruptions, wait_until from payload_jobs where key is null`,
  )

const until = async (isSo: () => Promise<boolean>, seconds: number): Promise<boolean> => {
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline;) {
    if (await isSo()) {
      return true
    }
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  return isSo()
}

it(
  'loses nothing and does nothing twice, while connections are cut every second',
  async () => {
    const [editor] = await rowsOf<{ id: string }>(
      `select id from users where email = 'editor@client.test'`,
    )
    for (const id of drafts) {
      await owner.query(
        `insert into payload_jobs (id, task_slug, queue, input, processing, has_error, total_tried, wait_until)
       values (gen_random_uuid(), 'schedulePublish', 'default', $1, false, false, 0, now() + interval '2 seconds')`,
        [
          JSON.stringify({
            type: 'publish',
            doc: { relationTo: 'case-studies', value: id },
            user: { relationTo: 'users', value: editor!.id },
          }),
        ],
      )
    }
    let cuts = 0
    const cutting = setInterval(() => {
      cuts += 1
      if (cuts > CUTS) {
        return clearInterval(cutting)
      }
      owner
        .query(
          `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()`,
        )
        .catch(() => undefined)
    }, 1_000)

    const uploads = (async () => {
      for (let index = 0; index < UPLOADS; index += 1) {
        await uploadAndDelete(index)
      }
    })()
    const changes = (async () => {
      for (let index = 0; index < BULK_CHANGES; index += 1) {
        await changeAll(index)
      }
    })()
    await Promise.all([uploads, changes]).finally(() => clearInterval(cutting))

    await until(async () => (await waitingJobs()).length === 0, 90 * TIMES)
    expect(await waitingJobs()).toEqual([])
    const versions = await rowsOf<{ count: number }>(
      `select (select count(*)::int from _case_studies_v v
              where v.parent_id = s.id and v.version__status = 'published') as count
       from case_studies s where s.id = any($1)`,
      [drafts],
    )
    expect(versions.map(({ count }) => count)).toEqual(drafts.map(() => 1))
    expect(await rowsOf(`select from media where filename like 'upload-%'`)).toEqual([])
    expect(
      await rowsOf(`select distinct visibility from case_studies where id = any($1)`, [published]),
    ).toEqual([{ visibility: 'public' }])

    for (const { url } of servers) {
      expect(await until(async () => (await fetch(`${url}/readyz`)).status === 200, 15)).toBe(true)
      expect((await fetch(`${url}/api/case-studies`)).status).toBe(200)
    }
    const hanging = () =>
      rowsOf(
        `select state, query from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and state like 'idle in transaction%'`,
      )
    await until(async () => (await hanging()).length === 0, 10)
    expect(await hanging()).toEqual([])
  },
  600_000 * TIMES,
)
