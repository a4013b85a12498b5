// An import in a process of its own. A document that takes too long, or too much memory, is left out and named,
// and the rest is imported by the next process: what has arrived stays, and nothing is doubled.
import { randomUUID } from 'node:crypto'
import { refusal, type RefusalCode } from '../../plugins/importer/error-codes.ts'
import { totalsOf, type DocumentResult, type ImportReport } from '../../plugins/importer/report.ts'
import type { SkipCode } from '../../plugins/importer/steps.ts'
import type { ImportProgress } from '../../plugins/importer/write/run.ts'
import { isStopping } from '../jobs/children.ts'
import { attempt, BOUNDS, type Ended, type ImportBounds } from './attempt.ts'
import { giveBackAlone, type GiveBack } from './giveBack.ts'
import type { ImportRequest } from './messages.ts'

/** Each costs the start of a process, and a source with so many is not worth more of them. */
const MOST_ATTEMPTS = 12

type Exceeded = Extract<Ended, { kind: 'exceeded' }>

/** What is left out for it, and what is said when it was about the whole. */
const MEANS: Record<Exceeded['what'], { skip: SkipCode; whole: RefusalCode }> = {
  crash: { skip: 'CRASHED', whole: 'IMPORT_CRASHED' },
  memory: { skip: 'TOO_MUCH_MEMORY', whole: 'IMPORT_TOO_LARGE' },
  time: { skip: 'TOO_SLOW', whole: 'IMPORT_TOO_SLOW' },
}

type RunInChildArgs = Omit<ImportRequest, 'holder' | 'skip'> & {
  bounds?: ImportBounds
  /** Ends the leases of a process that was killed before it could. @default as a command does it */
  giveBack?: GiveBack
  onProgress?: ((progress: ImportProgress) => void) | undefined
}

/** @throws ImportRefusal with the sentence for whatever is in the way */
export const runInChild = async ({
  giveBack = giveBackAlone,
  ...args
}: RunInChildArgs): Promise<ImportReport> => {
  const holder = randomUUID()
  const killed = { count: 0 }
  try {
    return await runAttempts({ ...args, holder, killed })
  } finally {
    if (killed.count > 0) {
      await giveBack(holder)
    }
  }
}

const runAttempts = async ({
  bounds = BOUNDS,
  killed,
  onProgress,
  ...asked
}: Omit<RunInChildArgs, 'giveBack'> & {
  holder: string
  killed: { count: number }
}): Promise<ImportReport> => {
  const started = performance.now()
  const request: ImportRequest = { ...asked, skip: {} }
  const done = new Map<string, DocumentResult>()
  const strikes = new Map<string, number>()
  for (let attempts = 1; ; attempts += 1) {
    if (isStopping()) {
      throw refusal({ code: 'IMPORT_STOPPED' })
    }
    const ended = await attempt({
      bounds,
      onMessage: (message) => {
        if (message.type === 'progress') {
          onProgress?.(message.progress)
        } else if (message.type === 'document') {
          noteDone({ done, result: message.result })
        }
      },
      request,
    })
    if (ended.kind !== 'exceeded') {
      return outcomeOf({ done, ended, seconds: (performance.now() - started) / 1000 })
    }
    killed.count += 1
    const { step, what } = ended
    if (step.isWhole || attempts === MOST_ATTEMPTS) {
      throw refusal({ code: MEANS[what].whole, detail: step.label })
    }
    // Memory may be what was left of the documents before: in a new process the same one tells.
    const struck = (strikes.get(step.id) ?? 0) + 1
    strikes.set(step.id, struck)
    if (what === 'time' || struck > 1) {
      request.skip[step.id] = MEANS[what].skip
    }
  }
}

const noteDone = ({
  done,
  result,
}: {
  done: Map<string, DocumentResult>
  result: DocumentResult
}): void => {
  if (result.status === 'created' || result.status === 'updated') {
    done.set(result.key ?? result.path, result)
  }
}

const outcomeOf = ({
  done,
  ended,
  seconds,
}: {
  done: Map<string, DocumentResult>
  ended: Exclude<Ended, Exceeded>
  seconds: number
}): ImportReport => {
  switch (ended.kind) {
    case 'report': {
      // What an attempt before this one brought is unchanged to the last.
      const documents = ended.report.documents.map((result) =>
        result.status === 'unchanged' ? (done.get(result.key ?? result.path) ?? result) : result,
      )
      return { ...ended.report, documents, seconds, totals: totalsOf(documents) }
    }
    case 'refused':
      throw Object.assign(new Error(ended.message), { code: ended.code })
    case 'stopped':
      throw refusal({ code: 'IMPORT_STOPPED' })
    case 'failed':
      throw new Error(ended.message)
  }
}
