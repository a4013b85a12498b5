// One process that imports, watched: how long each step takes and how much memory it uses.
import { spawn, type ChildProcess } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import path from 'node:path'
import type { ImportReport } from '../../plugins/importer/report.ts'
import type { Step } from '../../plugins/importer/steps.ts'
import { isStopping, ownChild } from '../jobs/children.ts'
import { memoryOf } from './memoryOf.ts'
import { processorTimeOf } from './processorTimeOf.ts'
import { STOPPED, type ImportMessage, type ImportRequest } from './messages.ts'

export type ImportBounds = {
  /**
   * Milliseconds of processor time for one document: reading it, writing it, joining its links. With a low priority
   * on a busy machine, the time on the wall says more about the others.
   */
  documentMs: number
  /** The same for a step that is about the whole source, the start of the process included. */
  wholeMs: number
  memoryBytes: number
}

export const BOUNDS: ImportBounds = {
  documentMs: 30_000,
  memoryBytes: 1024 * 1024 * 1024,
  wholeMs: 5 * 60_000,
}

export type Ended =
  | { kind: 'report'; report: ImportReport }
  | { kind: 'refused'; code: string; message: string }
  | { kind: 'failed'; message: string }
  /** By a signal, or because this process stops. */
  | { kind: 'stopped' }
  | { kind: 'exceeded'; step: Step; what: 'crash' | 'memory' | 'time' }

const LOOK_EVERY_MS = 250

/** How often its time may pass on the wall, for what waits instead of working. Shorter than a lease. */
const PATIENCE = 2.5

const START: Step = { id: 'start', isWhole: true, label: 'the start' }

export const attempt = ({
  bounds,
  onMessage,
  request,
}: {
  bounds: ImportBounds
  onMessage: (message: ImportMessage) => void
  request: ImportRequest
}): Promise<Ended> =>
  new Promise((resolve) => {
    const child = start(bounds)
    let step: Step = START
    let since = performance.now()
    /** The processor time that it had used when the step was first looked at. */
    let usedBefore: number | undefined = 0
    let ended: Ended | undefined
    let said = ''

    /** The first reason counts; nothing of the child is needed any more. */
    const end = (why: Ended): void => {
      ended ??= why
      child.kill('SIGKILL')
    }
    const look = async (): Promise<void> => {
      const [seen, pid] = [step, child.pid ?? 0]
      const [memory, used] = await Promise.all([memoryOf(pid), processorTimeOf(pid)])
      if (seen !== step) {
        return
      }
      usedBefore ??= used
      const most = step.isWhole ? bounds.wholeMs : bounds.documentMs
      const passed = performance.now() - since
      const worked = used === undefined || usedBefore === undefined ? passed : used - usedBefore
      if (worked > most || passed > PATIENCE * most) {
        end({ kind: 'exceeded', step, what: 'time' })
      } else if (memory > bounds.memoryBytes) {
        end({ kind: 'exceeded', step, what: 'memory' })
      }
    }
    const looking = setInterval(() => void look(), LOOK_EVERY_MS)

    child.on('message', (message: ImportMessage) => {
      if (message.type === 'step') {
        step = message.step
        since = performance.now()
        usedBefore = undefined
      }
      ended ??= lastOf(message)
      onMessage(message)
    })
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4_000)
    })
    child.once('error', (err) => {
      clearInterval(looking)
      resolve({ kind: 'failed', message: err.message })
    })
    child.once('close', (code, signal) => {
      clearInterval(looking)
      resolve(ended ?? whyClosed({ code, said, signal, step }))
    })
    child.send(request)
  })

const start = ({ memoryBytes }: ImportBounds): ChildProcess => {
  const root = process.env.VITRINE_ROOT ?? process.cwd()
  const child = spawn(
    process.execPath,
    [
      '--conditions=production',
      `--max-old-space-size=${Math.floor(memoryBytes / 1024 / 1024)}`,
      path.join(root, 'scripts', 'run.mjs'),
      'src/importing/now.ts',
    ],
    {
      cwd: root,
      // It asks one thing after the other, and the server needs its connections.
      env: { ...process.env, DATABASE_POOL_SIZE: '5', FORCE_COLOR: '0' },
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    },
  )
  ownChild(child)
  if (child.pid !== undefined) {
    try {
      // A tenth of what a request gets. With the lowest, an import stands still while anything else works.
      setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
    } catch {
      // It has ended already, or the system has no priorities: the import is right without.
    }
  }
  return child
}

const lastOf = (message: ImportMessage): Ended | undefined => {
  switch (message.type) {
    case 'report':
      return { kind: 'report', report: message.report }
    case 'refused':
      return { code: message.code, kind: 'refused', message: message.message }
    case 'failed':
      return { kind: 'failed', message: message.message }
    default:
      return undefined
  }
}

const whyClosed = ({
  code,
  said,
  signal,
  step,
}: {
  code: number | null
  said: string
  signal: NodeJS.Signals | null
  step: Step
}): Ended => {
  if (
    isStopping() ||
    code === STOPPED ||
    signal === 'SIGTERM' ||
    signal === 'SIGINT' ||
    signal === 'SIGHUP'
  ) {
    return { kind: 'stopped' }
  }
  if (/heap out of memory/i.test(said)) {
    return { kind: 'exceeded', step, what: 'memory' }
  }
  return step === START
    ? {
        kind: 'failed',
        message: said.trim().split('\n').at(-1) || `It ended with ${code ?? signal}.`,
      }
    : { kind: 'exceeded', step, what: 'crash' }
}
