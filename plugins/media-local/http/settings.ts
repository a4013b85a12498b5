// What the handler is told, and what it keeps while it runs.
import type { Grant } from '../../media/signature.ts'
import { serialise, type Address, type Transformation } from '../../media/grammar/index.ts'
import { memory, type Memory } from '../cache/memory.ts'
import { workQueue, type Queue } from '../cache/queue.ts'
import { renditionCache, type RenditionCache } from '../cache/renditionCache.ts'
import { singleFlight, type SingleFlight } from '../cache/singleFlight.ts'
import type { MediaProblem } from '../problem.ts'

export type MediaHandlerOptions = {
  /** The driver's. */
  folder: string
  /** Kept renditions; not inside `folder`. */
  cacheFolder: string
  /** Default 2 GB. */
  cacheBytes?: number
  /** Of the signatures `s--…--` of public files: SHA-256, 8 or 32 characters. */
  secret: string
  /** Of the grants of files that not everybody may fetch. */
  grantSecret: string
  /** Transformations that need no signature, as a rule or as a set of serialised ones. Default: none. */
  allowed?: ((transformation: Transformation) => boolean) | ReadonlySet<string>
  /** What `t_<name>` stands for. They need no signature. */
  named?: Readonly<Record<string, Transformation>>
  /**
   * Asked for each request, once its signature is known to be right: whether the tenant is there, and
   * the link not taken back. `grant` is `null` for public files. Default: yes.
   */
  mayServe?: (address: Address, grant: Grant | null) => Promise<boolean>
  /** Files that the folder does not hold; `null` when nobody does. Its headers go out as they are. */
  fetchRemote?: (address: Address, request: Request) => Promise<Response | null>
  /** Default `/media`. */
  base?: string
  /** As for the driver. */
  ffmpegPath?: string | null
  /** An SVG that stands for a film without a poster, in the film's shape. */
  placeholder?: (shape: { width: number; height: number }) => string
  /** Pictures made at once, and waiting. Default: cores − 1, and 64. */
  queue?: { atOnce?: number; waiting?: number }
  /** Shapes the answer to a refusal; the handler adds its headers. */
  present: (problem: MediaProblem, request: Request) => Response
  /** Told of what nobody foresaw; the request was answered with 500. */
  onError?: (err: unknown) => void
}

/** Of renditions in memory. */
const MEMORY_BYTES = 32e6

export type Settings = MediaHandlerOptions & {
  base: string
  named: Readonly<Record<string, Transformation>>
  isAllowed: (transformation: Transformation) => boolean
  cache: RenditionCache
  memory: Memory
  work: Queue
  flight: SingleFlight<void>
}

export const settingsOf = (options: MediaHandlerOptions): Settings => {
  const { allowed, base = '/media', cacheBytes = 2e9, named = {} } = options
  const isListed =
    typeof allowed === 'function'
      ? allowed
      : (transformation: Transformation) => allowed?.has(serialise(transformation)) ?? false
  return {
    ...options,
    base,
    named,
    isAllowed: (transformation) => isAllNamed(transformation) || isListed(transformation),
    memory: memory({ maxBytes: MEMORY_BYTES }),
    cache: renditionCache({ folder: options.cacheFolder, maxBytes: cacheBytes }),
    work: workQueue(options.queue),
    flight: singleFlight<void>(),
  }
}

const isAllNamed = (transformation: Transformation): boolean =>
  transformation.length > 0 &&
  transformation.every((step) => Object.keys(step).length === 1 && step.t !== undefined)
