// Every way to end the server ends all of it: the processes in between, and the embedded Postgres. A start that
// is interrupted while it seeds is in test/browser/demo.test.ts, where the demo is needed afterwards.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { inShort } from '../support/inShort.ts'
import {
  freePort,
  launch,
  makeDataDir,
  untilReady,
  type Launcher,
  type ServerProcess,
} from '../support/process.ts'

const dataDir = makeDataDir()
const started: ServerProcess[] = []

afterAll(() => {
  for (const { child } of started) {
    for (const pid of descendants(child.pid!)) {
      kill(pid, 'SIGKILL')
    }
  }
  rmSync(dataDir, { force: true, recursive: true })
})

const start = async (through: Launcher, env: Record<string, string> = {}) => {
  const server = launch({ env: { DATA_DIR: dataDir, ...env }, port: await freePort(), through })
  started.push(server)
  return server
}

/** The processes of this machine, parents by child. */
const parents = (): Map<number, number> =>
  new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        try {
          const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
          const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
          return state === 'Z' ? [] : [[Number(name), Number(parent)] as const]
        } catch {
          return []
        }
      }),
  )

/** A process and everything below it. */
const descendants = (pid: number): number[] => {
  const all = parents()
  const found = [pid]
  for (const one of found) {
    all.forEach((parent, child) => parent === one && found.push(child))
  }
  return found.filter((one) => all.has(one))
}

const kill = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal)
  } catch {
    // It is gone already.
  }
}

const until = async (holds: () => boolean, seconds = 15): Promise<boolean> => {
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline;) {
    if (holds()) {
      return true
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return holds()
}

const postmaster = (folder = dataDir): string => path.join(folder, 'postgres', 'postmaster.pid')

/** Nothing of it is left: none of the processes that there were, and no database. */
const expectGone = async (processes: number[], folder = dataDir): Promise<void> => {
  await until(() => {
    const alive = parents()
    return processes.every((pid) => !alive.has(pid)) && !existsSync(postmaster(folder))
  })
  const alive = parents()
  expect(processes.filter((pid) => alive.has(pid))).toEqual([])
  expect(existsSync(postmaster(folder))).toBe(false)
}

// In short each of the signals, and both commands.
const cases = (['SIGTERM', 'SIGINT', 'SIGHUP'] as const).flatMap((signal, index) =>
  inShort(['npm', 'node'] as const, index, 2).map((through) => [signal, through] as const),
)

describe('a running server', () => {
  it.each(cases)(
    '%s to %s ends everything',
    async (signal, through) => {
      const server = await start(through)
      await untilReady(server)
      const processes = descendants(server.child.pid!)
      kill(server.child.pid!, signal)
      await expectGone(processes)
    },
    90_000,
  )
})

describe('a start that is interrupted', () => {
  it('while it migrates leaves nothing running, and the next one goes on', async () => {
    const folder = makeDataDir()
    const server = await start('node', { DATA_DIR: folder })
    await until(() => server.output().includes('Migrating'), 60)
    const processes = descendants(server.child.pid!)
    kill(server.child.pid!, 'SIGTERM')
    await expectGone(processes, folder)

    const next = await start('node', { DATA_DIR: folder })
    await untilReady(next)
    kill(next.child.pid!, 'SIGTERM')
    await expectGone(descendants(next.child.pid!), folder)
    rmSync(folder, { force: true, recursive: true })
  }, 180_000)
})
