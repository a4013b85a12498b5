/** What an import did: collected while it runs, grouped by reason at the end. */
import type { RemarkCode } from './error-codes.ts'
import type { Remark } from './types.ts'

import { IMPORT_REMARKS } from './error-codes.ts'

export type ImportMode = 'draft' | 'dry-run' | 'publish'
export type DocumentStatus = 'created' | 'failed' | 'kept' | 'left-out' | 'unchanged' | 'updated'

export type DocumentResult = {
  /** Tells documents with one name apart. Default: its path. */
  key?: string
  path: string
  status: DocumentStatus
  title?: string
  slug?: string
  collection?: string
  id?: string
  /** Why it was kept, left out or failed. */
  reason?: string
  remarks: Remark[]
}

export type Tally = { created: number; failed: number; reused: number; updated: number }

export type RemarkGroup = {
  code: RemarkCode
  sentence: string
  count: number
  items: Array<{ path: string; detail?: string }>
}

export type ImportReport = {
  mode: ImportMode
  source: string
  tenant: string
  seconds: number
  documents: DocumentResult[]
  totals: Record<DocumentStatus, number>
  records: Record<string, Tally>
  remarks: RemarkGroup[]
}

export type Recorder = {
  document: (result: DocumentResult) => void
  remark: (path: string, remark: Remark) => void
  count: (record: string, what: keyof Tally, by?: number) => void
  finish: (args: {
    mode: ImportMode
    seconds: number
    source: string
    tenant: string
  }) => ImportReport
}

/** @param onDocument - told of each document as soon as it is done */
export const createRecorder = ({
  onDocument,
}: { onDocument?: (result: DocumentResult) => void } = {}): Recorder => {
  const documents = new Map<string, DocumentResult>()
  const loose: Array<{ path: string; remark: Remark }> = []
  const records: Record<string, Tally> = {}
  return {
    count: (record, what, by = 1) => {
      const tally = (records[record] ??= { created: 0, failed: 0, reused: 0, updated: 0 })
      tally[what] += by
    },
    document: (result) => {
      documents.set(result.key ?? result.path, result)
      onDocument?.(result)
    },
    finish: ({ mode, seconds, source, tenant }) => {
      const all = [...documents.values()]
      return {
        documents: all,
        mode,
        records,
        remarks: groupRemarks([
          ...all.flatMap(({ path, remarks }) => remarks.map((remark) => ({ path, remark }))),
          ...loose,
        ]),
        seconds,
        source,
        tenant,
        totals: totalsOf(all),
      }
    },
    remark: (path, remark) => {
      loose.push({ path, remark })
    },
  }
}

export const totalsOf = (documents: DocumentResult[]): ImportReport['totals'] => {
  const totals = { created: 0, failed: 0, kept: 0, 'left-out': 0, unchanged: 0, updated: 0 }
  for (const { status } of documents) {
    totals[status]++
  }
  return totals
}

/** The same remark on the same page counts once; groups come in the catalogue's order. */
const groupRemarks = (entries: Array<{ path: string; remark: Remark }>): RemarkGroup[] => {
  const groups = new Map<RemarkCode, Map<string, { path: string; detail?: string }>>()
  for (const { path, remark } of entries) {
    const group = groups.get(remark.code) ?? new Map<string, { path: string; detail?: string }>()
    group.set(`${path}\n${remark.detail ?? ''}`, {
      path,
      ...(remark.detail ? { detail: remark.detail } : {}),
    })
    groups.set(remark.code, group)
  }
  return (Object.keys(IMPORT_REMARKS) as RemarkCode[]).flatMap((code) => {
    const items = [...(groups.get(code)?.values() ?? [])]
    return items.length > 0
      ? [{ code, count: items.length, items, sentence: IMPORT_REMARKS[code] }]
      : []
  })
}

const STATUS_WORDS: Record<DocumentStatus, string> = {
  created: 'new',
  failed: 'failed',
  kept: 'kept',
  'left-out': 'left out',
  unchanged: 'unchanged',
  updated: 'updated',
}
/** How many examples of a reason are printed; the JSON report has all. */
const EXAMPLES = 8

/** The report as text, `width` columns wide. */
export const renderReport = (report: ImportReport, width = 100): string => {
  const lines: string[] = ['']
  const verb =
    report.mode === 'dry-run'
      ? 'Trial run (nothing was written)'
      : report.mode === 'publish'
        ? 'Import, published'
        : 'Import, as drafts'
  lines.push(`${verb}: ${report.source} → ${report.tenant}, ${report.seconds.toFixed(1)} s`, '')
  const shown = (Object.keys(STATUS_WORDS) as DocumentStatus[]).filter(
    (status) => report.totals[status] > 0,
  )
  const rows = [
    ['documents', ...shown.map((status) => `${report.totals[status]} ${STATUS_WORDS[status]}`)],
    ...Object.entries(report.records).map(([name, tally]) => [
      name,
      ...(['created', 'updated', 'reused', 'failed'] as const)
        .filter((key) => tally[key] > 0)
        .map(
          (key) =>
            `${tally[key]} ${key === 'created' ? 'new' : key === 'reused' ? 'already here' : key}`,
        ),
    ]),
  ]
  const first = Math.max(...rows.map(([name = '']) => name.length))
  lines.push(
    ...rows.map(
      ([name = '', ...cells]) => `  ${name.padEnd(first)}  ${cells.join(', ') || 'none'}`,
    ),
  )

  const reasons = report.documents.filter(
    ({ status }) => status === 'failed' || status === 'kept' || status === 'left-out',
  )
  if (reasons.length > 0) {
    lines.push('', 'Did not arrive, or was left as it is here:')
    lines.push(
      ...reasons
        .slice(0, 40)
        .map(
          ({ path, reason, status }) =>
            `  ${STATUS_WORDS[status].padEnd(9)} ${path}${reason ? `: ${reason}` : ''}`,
        ),
    )
    if (reasons.length > 40) {
      lines.push(`  … and ${reasons.length - 40} more`)
    }
  }
  for (const { count, items, sentence } of report.remarks) {
    lines.push('', `${sentence} (${count})`)
    for (const [detail, paths] of byDetail(items).slice(0, EXAMPLES)) {
      const where = paths.length === 1 ? (paths[0] ?? '') : `${paths.length} pages`
      lines.push(
        cut(
          `  ${detail ? `${detail}  ` : ''}${detail ? '(' : ''}${where}${detail ? ')' : ''}`,
          width,
        ),
      )
    }
    const more = byDetail(items).length - EXAMPLES
    if (more > 0) {
      lines.push(`  … and ${more} more`)
    }
  }
  return `${lines.join('\n')}\n`
}

/** Details most often met come first. */
const byDetail = (items: RemarkGroup['items']): Array<[string, string[]]> => {
  const groups = new Map<string, string[]>()
  for (const { detail = '', path } of items) {
    const key = detail || path
    const paths = groups.get(key) ?? []
    paths.push(path)
    groups.set(key, paths)
  }
  return [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([key, paths]): [string, string[]] => [
      key === paths[0] && paths.length === 1 ? '' : key,
      paths,
    ])
}

const cut = (line: string, width: number): string =>
  line.length > width ? `${line.slice(0, width - 1)}…` : line
