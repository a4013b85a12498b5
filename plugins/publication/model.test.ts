// Random histories against a simple model: documents with versions, pages and parts that read them step by step,
// changes that are told, or not told while notices do not come. VITRINE_SEED repeats a run; VITRINE_FULL=1 is the
// long form.
import { describe, expect, it } from '@jest/globals'
import { noteTags, noteUntil } from './notes.ts'
import { Outage, page, setUp, textOf } from './testSupport.ts'

const IS_FULL = process.env.VITRINE_FULL === '1'
const SEED = Number(process.env.VITRINE_SEED ?? (IS_FULL ? Date.now() % 1_000_000 : 1))
const HISTORIES = IS_FULL ? 2000 : 60
const STEPS = 400

const DOCUMENTS = 8
const PAGES = 6
const PARTS = 3
const MAX_BYTES = 60_000

type Reads = Record<number, number>
type Body = { name: string; reads: Reads; until: number | null }

describe('publication', () => {
  it(`gives everybody what they may have in ${HISTORIES * STEPS} random steps, seed ${SEED}`, async () => {
    process.stderr.write(`Publication: ${HISTORIES * STEPS} random steps, seed ${SEED}\n`)
    const wrong: string[] = []
    const seen = { answers: 0, failures: 0, parts: 0 }
    for (let at = 0; at < HISTORIES && wrong.length === 0; at += 1) {
      const history = createHistory(mulberry32(SEED * 10_007 + at))
      for (let step = 0; step < STEPS; step += 1) {
        await history.step()
      }
      await history.end()
      wrong.push(...history.wrong.map((one) => `history ${at}: ${one}`))
      seen.answers += history.seen.answers
      seen.parts += history.seen.parts
      seen.failures += history.seen.failures
    }
    expect({ seed: SEED, wrong: wrong.slice(0, 5) }).toEqual({ seed: SEED, wrong: [] })
    // Otherwise nothing was looked at.
    for (const count of Object.values(seen)) {
      expect(count).toBeGreaterThan(HISTORIES * 5)
    }
  })
})

const createHistory = (random: () => number) => {
  const upTo = (limit: number) => Math.floor(random() * limit)
  const { clock, errors, publication } = setUp({ maxBytes: MAX_BYTES, longest: 5000 })
  const documents = Array.from({ length: DOCUMENTS }, () => ({ version: 1 }))
  const versions = () => documents.map(({ version }) => version)
  /** At least so new is what anybody gets who asks from now on. */
  const state = {
    withdrawn: versions(),
    atTrust: versions(),
    told: versions(),
    isTrusted: true,
    isAway: false,
  }
  const made = new Map<string, number>()
  const gates: ((err: Error | null) => void)[] = []
  const wrong: string[] = []
  const seen = { answers: 0, failures: 0, parts: 0 }

  const read = async (reads: Reads, id: number) => {
    if (random() < 0.5) {
      noteTags([`d${id}`])
    }
    await new Promise<void>((resolve, reject) => {
      gates.push((err) => (err ? reject(err) : resolve()))
    })
    noteTags([`d${id}`])
    reads[id] = Math.min(documents[id]!.version, reads[id] ?? Infinity)
  }

  const askPart = (at: number, isPassedOn: boolean) =>
    publication.part<Body>({
      key: `${at}`,
      isPassedOn,
      read: async () => {
        const reads: Reads = {}
        await read(reads, at)
        await read(reads, at + 4)
        return { name: `part ${at}`, reads, until: null }
      },
    })

  const make = (at: number) => async () => {
    const reads: Reads = {}
    const until = random() < 0.2 ? clock.now + 1 + upTo(300) : null
    noteUntil(until ?? Infinity)
    await read(reads, at)
    // What is read depends on what was read.
    if (documents[at]!.version % 3 === 0) {
      await read(reads, (at + 3) % DOCUMENTS)
    }
    const isPassedOn = at % 2 === 0
    const part = await askPart(at % PARTS, isPassedOn)
    for (const [id, version] of Object.entries(part.reads)) {
      reads[Number(id)] = Math.min(version, reads[Number(id)] ?? Infinity)
      noteTags(isPassedOn ? [] : [`d${id}`])
    }
    await read(reads, (at + 1) % DOCUMENTS)
    made.set(`${at}`, (made.get(`${at}`) ?? 0) + 1)
    const body: Body = { name: `page ${at}`, reads, until }
    const status = random() < 0.05 ? 404 : random() < 0.03 ? 500 : 200
    const filler = ' '.repeat(random() < 0.1 ? 9000 : upTo(2000))
    return page(`${JSON.stringify(body)}${filler}`, { status })
  }

  const askPage = (at: number) => publication.answer({ key: `${at}`, make: make(at) })

  /** Those older than `least`, as a sentence. */
  const olderThan = (least: number[], reads: Reads): string | null => {
    const found = Object.entries(reads).find(([id, version]) => version < least[Number(id)]!)
    return found ? `document ${found[0]} at ${found[1]}, least ${least[Number(found[0])]}` : null
  }

  const watchPage = (at: number) => {
    const asked = structuredClone({ ...state, errors: errors.length, made: made.get(`${at}`) ?? 0 })
    askPage(at).then(
      (answer) => {
        seen.answers += 1
        const body = JSON.parse(textOf(answer)) as Body
        const isGivenUp = (made.get(`${at}`) ?? 0) - asked.made >= 4
        if (body.name !== `page ${at}`) {
          wrong.push(`${body.name} for page ${at}`)
        }
        if (body.until !== null && body.until <= clock.now && !isGivenUp) {
          wrong.push(`page ${at} had ended`)
        }
        const withdrawn = olderThan(asked.withdrawn, body.reads)
        if (withdrawn) {
          wrong.push(`page ${at} was withdrawn: ${withdrawn}`)
        }
        const doubtful = olderThan(asked.atTrust, body.reads)
        // An older answer is sent only once the outage has been told.
        if (doubtful && errors.length === asked.errors) {
          wrong.push(`page ${at} is from before notices were lost: ${doubtful}`)
        }
      },
      (err: unknown) => count(err),
    )
  }

  const watchPart = (at: number) => {
    const { told } = structuredClone(state)
    askPart(at, true).then(
      ({ name, reads }) => {
        seen.parts += 1
        const stale = olderThan(told, reads)
        if (name !== `part ${at}` || stale) {
          wrong.push(`${name} for part ${at}: ${stale}`)
        }
      },
      (err: unknown) => count(err),
    )
  }

  const count = (err: unknown) => {
    seen.failures += 1
    if (!(err instanceof Outage) && (err as Error).message !== 'broken') {
      wrong.push(String(err))
    }
  }

  const go = () => {
    const [gate] = gates.splice(upTo(gates.length), 1)
    const err = state.isAway ? new Outage() : random() < 0.01 ? new Error('broken') : null
    gate?.(err)
  }

  const change = (tell: 'refresh' | 'withdraw' | null) => {
    const ids = [...new Set([upTo(DOCUMENTS), upTo(DOCUMENTS)])]
    for (const id of ids) {
      const { version } = { version: (documents[id]!.version += 1) }
      state.told[id] = tell ? version : state.told[id]!
      state.withdrawn[id] = tell === 'withdraw' ? version : state.withdrawn[id]!
    }
    if (tell) {
      publication[tell](ids.map((id) => `d${id}`))
    }
  }

  const setTrust = (isTrusted: boolean) => {
    state.isTrusted = isTrusted
    state.atTrust = versions()
    state.told = versions()
    publication[isTrusted ? 'trustAgain' : 'distrust']()
  }

  const actions: [weight: number, act: () => void][] = [
    [30, () => watchPage(upTo(PAGES))],
    [6, () => watchPart(upTo(PARTS))],
    [50, go],
    [4, () => change('refresh')],
    [4, () => change('withdraw')],
    [3, () => change(state.isTrusted ? 'refresh' : null)],
    [1, () => setTrust(!state.isTrusted)],
    [1, () => (state.isAway = !state.isAway)],
    [4, () => (clock.now += upTo(200))],
  ]
  const total = actions.reduce((sum, [weight]) => sum + weight, 0)

  const drain = async () => {
    for (let quiet = 0; quiet < 3; quiet += 1) {
      while (gates.length > 0) {
        quiet = 0
        gates.shift()!(null)
        await turn()
      }
      await turn()
    }
  }

  return {
    wrong,
    seen,
    step: async () => {
      let drawn = random() * total
      const action = actions.find(([weight]) => (drawn -= weight) < 0) ?? actions[0]!
      action[1]()
      if (random() < 0.7) {
        await turn()
      }
      if (publication.stats().bytes > MAX_BYTES) {
        wrong.push('more than the limit is kept')
      }
    },
    /** Nothing changes any more: everybody gets what is there now. */
    end: async () => {
      state.isAway = false
      if (!state.isTrusted) {
        setTrust(true)
      }
      await drain()
      for (let round = 0; round < 2; round += 1) {
        clock.now += 1000
        for (let at = 0; at < PAGES; at += 1) {
          watchPage(at)
        }
        await drain()
      }
      for (let at = 0; at < PAGES; at += 1) {
        const asked = askPage(at)
        await drain()
        const { reads } = JSON.parse(textOf(await asked)) as Body
        const stale = olderThan(versions(), reads)
        if (stale) {
          wrong.push(`page ${at} stays old: ${stale}`)
        }
      }
      publication.close()
    },
  }
}

const turn = async () => {
  await new Promise(setImmediate)
  await new Promise(setImmediate)
}

/** @returns Numbers from 0 up to 1, the same ones for the same seed. */
const mulberry32 = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
}
