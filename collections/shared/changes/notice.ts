// A notice of changed tags: gathered over a transaction, and as the text that processes send each other.

/** Tags of which one is in the other list as well stand in `access` only. */
export type Notice = {
  /** What is shown has changed: the old may be shown until the new is there. */
  content: readonly string[]
  /** Who may see what has changed: the old may not be shown any more. */
  access: readonly string[]
}

type Tags = { content: Set<string>; access: Set<string> }

/** By the tenant whose they are. */
export type Gathered = Map<string | null, Tags>

/** Beyond it a notice names the tenants and not what of them has changed. */
const MOST_TAGS = 300

export const merged = (
  gathered: Gathered | undefined,
  changes: readonly {
    tenant: string | null
    content?: readonly string[]
    access?: readonly string[]
  }[],
): Gathered => {
  const all: Gathered = gathered ?? new Map()
  for (const { access = [], content = [], tenant } of changes) {
    const tags = all.get(tenant) ?? { content: new Set(), access: new Set() }
    content.forEach((tag) => tags.content.add(tag))
    access.forEach((tag) => tags.access.add(tag))
    all.set(tenant, tags)
  }
  return all
}

/** @param tagOf The tag of everything of a tenant. */
export const noticeFrom = (gathered: Gathered, tagOf: (tenant: string) => string): Notice => {
  const count = [...gathered.values()].reduce(
    (sum, { access, content }) => sum + access.size + content.size,
    0,
  )
  const access = new Set<string>()
  const content = new Set<string>()
  for (const [tenant, tags] of gathered) {
    if (count > MOST_TAGS && tenant !== null) {
      ;(tags.access.size > 0 ? access : content).add(tagOf(tenant))
    } else {
      tags.access.forEach((tag) => access.add(tag))
      tags.content.forEach((tag) => content.add(tag))
    }
  }
  return { access: [...access], content: [...content].filter((tag) => !access.has(tag)) }
}

/** Postgres takes less than 8,000 bytes. */
const MOST_BYTES = 7_900

const VERSION = 1

/**
 * As many texts as it takes.
 *
 * @param from The process that says it.
 */
export const payloadsOf = (notice: Notice, from: string): string[] => {
  const payloads: string[] = []
  let open: { content: string[]; access: string[] } = { content: [], access: [] }
  let bytes = 0
  const close = () => {
    if (open.access.length + open.content.length > 0) {
      payloads.push(JSON.stringify({ v: VERSION, from, ...open }))
    }
    open = { content: [], access: [] }
    bytes = Buffer.byteLength(JSON.stringify({ v: VERSION, from, ...open }))
  }
  close()
  for (const kind of ['access', 'content'] as const) {
    for (const tag of notice[kind]) {
      const size = Buffer.byteLength(JSON.stringify(tag)) + 1
      if (bytes + size > MOST_BYTES) {
        close()
      }
      open[kind].push(tag)
      bytes += size
    }
  }
  close()
  return payloads
}

/**
 * Reads what {@link payloadsOf} wrote. Anybody who may connect may notify.
 *
 * @returns `null` for anything else.
 */
export const parseNotice = (payload: string): (Notice & { from: string }) | null => {
  const parsed = parse(payload)
  if (typeof parsed !== 'object' || parsed === null) {
    return null
  }
  const { access, content, from, v } = parsed as Record<string, unknown>
  return v === VERSION && typeof from === 'string' && areTags(access) && areTags(content)
    ? { access, content, from }
    : null
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

const areTags = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((tag) => typeof tag === 'string' && tag !== '')
