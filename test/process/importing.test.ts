// An import whose processes are ended in the midst of writing: the next one completes it, doubles nothing, and
// need not wait longer than a lease lasts. Two imports at once are one at a time in a tenant, and two in two.
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { BOUNDS } from '../../src/importing/attempt.ts'
import { runInChild } from '../../src/importing/runInChild.ts'
import { inShort, IS_FULL } from '../support/inShort.ts'
import { asRuntime, startPayload, type TestPayload } from '../support/payload.ts'
import { makeDataDir, root } from '../support/process.ts'
import { createWorld, type World } from '../support/tenants.ts'

const DOCUMENTS = IS_FULL ? 20 : 10
const PATIENT = { ...BOUNDS, documentMs: 10 * 60_000 }

let running: TestPayload
let world: World
let owner: pg.Client
let folder: string
const dataDir = makeDataDir()

beforeAll(async () => {
  running = await startPayload()
  world = await createWorld({ payload: running.payload })
  owner = new pg.Client({ connectionString: running.databaseUrl })
  await owner.connect()
})
afterAll(async () => {
  rmSync(dataDir, { force: true, recursive: true })
  await owner?.end()
  await running?.stop()
})
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vitrine-importing-'))
  for (let index = 0; index < DOCUMENTS; index += 1) {
    // Links to what comes later, so that there is something to join.
    const next = String((index + 1) % DOCUMENTS).padStart(2, '0')
    writeFileSync(
      path.join(folder, `d${String(index).padStart(2, '0')}.md`),
      `---\ntitle: D${index}\nredirect_from: /old/${path.basename(folder)}/${index}\nclient: Ferry ${path.basename(folder)}\n---\nSee [the next](d${next}.md).\n`,
    )
  }
})
afterEach(() => rmSync(folder, { force: true, recursive: true }))

const wanted = () => ({ mode: 'draft' as const, source: { folder }, tenant: world.client.id })

/** What there is of this folder, each once, and the side records of all of it. */
const stored = async () => {
  const source = path.basename(folder)
  const { rows } = await owner.query(
    `select (select count(*)::int from case_studies where origin_source = $1) as studies,
            (select count(distinct origin_key)::int from case_studies where origin_source = $1) as keys,
            (select count(*)::int from redirects where "from" like '/old/' || $1 || '/%') as redirects,
            (select count(*)::int from organisations where name = 'Ferry ' || $1) as clients`,
    [source],
  )
  return rows[0] as Record<string, number>
}
const COMPLETE = { clients: 1, keys: DOCUMENTS, redirects: DOCUMENTS, studies: DOCUMENTS }

const lease = async () => {
  const { rows } = await owner.query(
    `select extract(epoch from lease_until - now())::int as seconds from payload_jobs where key = $1`,
    [`import:${world.client.id}`],
  )
  return (rows[0] as { seconds: number } | undefined)?.seconds
}

/** The processes below one, nearest first. */
const below = (pid: number): number[] => {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((other) => {
      try {
        const stat = readFileSync(`/proc/${other}/stat`, 'utf8')
        const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
        return state !== 'Z' && Number(parent) === pid
      } catch {
        return false
      }
    })
  return children.flatMap((child) => [child, ...below(child)])
}

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) {
    await delay(20)
  }
}

const isAlive = (pid: number): boolean => {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

/** `npm run import`, ended once so much is written. */
const importAndEnd = async ({
  end,
  share,
}: {
  end: (pid: number) => void
  share: number
}): Promise<void> => {
  const { NODE_OPTIONS: _, ...env } = process.env
  const command = spawn(
    process.execPath,
    [
      '--conditions=production',
      path.join(root, 'scripts', 'run.mjs'),
      'src/import.ts',
      folder,
      '--tenant',
      world.client.slug,
    ],
    {
      cwd: root,
      env: {
        ...env,
        DATA_DIR: dataDir,
        DATABASE_OWNER_URL: running.databaseUrl,
        DATABASE_URL: asRuntime(running.databaseUrl),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const exit = new Promise((resolve) => command.once('exit', resolve))
  let output = ''
  command.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  command.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  await until(() => {
    const done = [...output.matchAll(/^Writing (\d+)\//gm)].at(-1)?.[1]
    if (command.exitCode !== null && done === undefined) {
      throw new Error(`The import ended by itself:\n${output}`)
    }
    return Number(done ?? 0) >= share * DOCUMENTS
  })
  const pids = below(command.pid!)
  end(command.pid!)
  await exit
  await until(() => !pids.some(isAlive))
}

/** Where it is ended: early, late, and in full at every tenth. */
const shares = IS_FULL ? [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] : [0.3]

describe.each(shares)('an import that is ended when %f of it is written', (share) => {
  it.each(inShort(['SIGTERM', 'SIGINT'] as const, 0, 2))(
    'by %s gives the tenant back, and the next one completes it',
    async (signal) => {
      await importAndEnd({ end: (pid) => process.kill(pid, signal), share })
      expect(await lease()).toBeUndefined()
      const { totals } = await runInChild(wanted())
      expect(totals).toMatchObject({ failed: 0, kept: 0 })
      expect(totals.created).toBeLessThan(DOCUMENTS)
      expect(await stored()).toEqual(COMPLETE)
      if (IS_FULL) {
        expect((await runInChild(wanted())).totals).toMatchObject({ unchanged: DOCUMENTS })
      }
    },
    200_000,
  )

  it('by SIGKILL, command and process, is completed once its lease has ended', async () => {
    await importAndEnd({
      end: (pid) => [...below(pid), pid].forEach((each) => process.kill(each, 'SIGKILL')),
      share,
    })
    expect(await lease()).toBeLessThanOrEqual(90)
    await expect(runInChild(wanted())).rejects.toMatchObject({ code: 'ALREADY_RUNNING' })
    // As if that time had passed.
    await owner.query(
      `update payload_jobs set lease_until = now() - interval '1 second' where key = $1`,
      [`import:${world.client.id}`],
    )
    const { totals } = await runInChild(wanted())
    expect(totals).toMatchObject({ failed: 0, kept: 0 })
    expect(await stored()).toEqual(COMPLETE)
    expect((await runInChild(wanted())).totals).toMatchObject({ unchanged: DOCUMENTS })
    expect(await lease()).toBeUndefined()
  }, 200_000)
})

it('an import ends with the command that was killed, and gives the tenant back', async () => {
  await importAndEnd({ end: (pid) => process.kill(pid, 'SIGKILL'), share: 0.2 })
  expect(await lease()).toBeUndefined()
  await runInChild(wanted())
  expect(await stored()).toEqual(COMPLETE)
}, 200_000)

describe('while one import writes into a tenant', () => {
  /** One that stands still with some of it written, until it is told to go on. */
  const standingStill = async () => {
    let isWriting = false
    const importing = runInChild({
      ...wanted(),
      bounds: PATIENT,
      onProgress: ({ done, phase }) => {
        isWriting ||= phase === 'write' && done > 2
      },
    })
    await until(() => isWriting)
    const [pid] = below(process.pid).filter((each) =>
      readFileSync(`/proc/${each}/cmdline`, 'utf8').includes('importing/now.ts'),
    )
    process.kill(pid!, 'SIGSTOP')
    return { goOn: () => process.kill(pid!, 'SIGCONT'), importing }
  }

  it('another into the same one is refused', async () => {
    const { goOn, importing } = await standingStill()
    try {
      await expect(runInChild(wanted())).rejects.toMatchObject({
        code: 'ALREADY_RUNNING',
        message: expect.stringContaining('under way'),
      })
    } finally {
      goOn()
    }
    expect((await importing).totals).toMatchObject({ created: DOCUMENTS, failed: 0 })
    expect(await stored()).toEqual(COMPLETE)
  }, 200_000)

  it('another into another one works', async () => {
    const { goOn, importing } = await standingStill()
    try {
      const other = await runInChild({ ...wanted(), tenant: world.stranger.id })
      expect(other.totals).toMatchObject({ created: DOCUMENTS, failed: 0 })
    } finally {
      goOn()
    }
    expect((await importing).totals).toMatchObject({ created: DOCUMENTS, failed: 0 })
  }, 200_000)
})
