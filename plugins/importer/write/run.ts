/** The whole import: read the source, write each document by itself, join the links, report. */
import { randomUUID } from 'node:crypto'
import type { Payload, PayloadRequest, TypedUser } from 'payload'

import type { SourceLocation } from '../read/source.ts'
import type { ImporterOptions } from '../options.ts'
import type { DocumentResult, ImportMode, ImportReport } from '../report.ts'
import type { BeginStep, SkipCode, Step } from '../steps.ts'
import type { ImportedDocument, ImportSource } from '../types.ts'
import type { KnownDocument } from './content.ts'
import type { LinkIndex } from './links.ts'
import type { WriteSession } from './session.ts'

import { IMPORT_REMARKS, refusal } from '../error-codes.ts'
import { resolveOptions } from '../options.ts'
import { assetFinder } from '../read/assets.ts'
import { isTooNested } from '../read/nested.ts'
import { readSource } from '../read/source.ts'
import { createRecorder } from '../report.ts'
import { convertContent, newAddress, openBody } from './content.ts'
import { buildLinkIndex } from './links.ts'
import { writeRedirects } from './redirects.ts'
import { joinLinks } from './joinLinks.ts'
import { findTenant } from './findTenant.ts'
import { reasonOf } from './session.ts'
import { giveUniqueKeys, giveUniqueSlugs } from './unique.ts'
import { identityOf, knownDocuments } from './known.ts'
import { buildData } from './study.ts'
import { hashOf, standingOf, upsert } from './upsert.ts'

export type ImportProgress = {
  phase: 'links' | 'read' | 'write'
  done: number
  total: number
  label: string
}

export type RunImportArgs = {
  payload: Payload
  /** Slug or id of the tenant that everything is written into. */
  tenant: string
  /** A folder or file on this machine, or an upload's bytes and name. */
  source: SourceLocation
  mode: ImportMode
  /** What the source is called. Default: the site's URL, or the folder's or the file's name. */
  sourceName?: string
  /** Replace what was edited here since the last import, and bring back what is in the bin. */
  overwrite?: boolean
  /** Who imports. Without a user (command line only) nothing is checked against access rules. */
  user?: TypedUser
  req?: PayloadRequest
  options?: ImporterOptions
  onProgress?: (progress: ImportProgress) => void
  /** Told before each step, and of each document when it is done. */
  onDocument?: (result: DocumentResult) => void
  onStep?: (step: Step) => void
  /** Names the import, for one that goes on where another process was ended. */
  holder?: string
  /** Steps to leave out, by id: those that an earlier attempt did not survive. */
  skip?: Readonly<Record<string, SkipCode>>
}

/**
 * Brings a source into a tenant. Documents fail one by one, never together.
 *
 * @returns what was brought, what was not, and why
 * @throws ImportRefusal before anything is written: no such source, no such tenant, not allowed
 */
export const runImport = async (args: RunImportArgs): Promise<ImportReport> => {
  const { mode, onProgress, payload, user } = args
  const started = performance.now()
  const port = resolveOptions(args.options)
  const tenant = await findTenant({ payload, slug: port.slugs.tenants, value: args.tenant })
  if (user && !(await port.canImport({ payload, req: args.req, tenantId: tenant.id, user }))) {
    throw refusal({ code: 'NOT_ALLOWED' })
  }
  const begin: BeginStep = (step) => {
    args.onStep?.(step)
    return args.skip?.[step.id]
  }
  const name = 'folder' in args.source ? (args.source.name ?? args.source.folder) : args.source.name
  begin({ id: 'source', isWhole: true, label: name })
  const source = await readSource({
    begin,
    from: args.sourceName,
    limits: port.limits,
    location: args.source,
    onProgress: (done, total) => onProgress?.({ done, label: '', phase: 'read', total }),
  })
  giveUniqueKeys(source.documents)
  giveUniqueSlugs(source.documents)

  const recorder = createRecorder({ onDocument: args.onDocument })
  const session: WriteSession = {
    adopted: new Set(),
    assets: assetFinder({ files: source.files.files, hosts: source.hosts }),
    cache: new Map(),
    locale: tenant.defaultLocale ?? 'en',
    mode,
    overwrite: args.overwrite ?? false,
    payload,
    port,
    recorder,
    source,
    tenantId: tenant.id,
    user,
  }
  for (const [index, { code, detail, path }] of source.leftOut.entries()) {
    recorder.document({
      // Entries of one title, and an export with several things to say, are as many lines.
      key: `left out ${index}`,
      path,
      reason: detail === undefined ? IMPORT_REMARKS[code] : `${IMPORT_REMARKS[code]} (${detail})`,
      remarks: [],
      status: isFailure(code) ? 'failed' : 'left-out',
    })
  }
  for (const detail of source.files.passedOver) {
    recorder.remark(name, { code: 'PASSED_OVER', detail })
  }
  noteUnnamedClients({ recorder, source })

  const release =
    mode === 'dry-run'
      ? undefined
      : await port.holdTenant({ holder: args.holder ?? randomUUID(), payload, tenantId: tenant.id })
  try {
    begin({ id: 'known', isWhole: true, label: name })
    await writeDocuments({ args, begin, session })
  } finally {
    await release?.()
  }
  return recorder.finish({
    mode,
    seconds: (performance.now() - started) / 1000,
    source: name,
    tenant: tenant.slug,
  })
}

/** Each by itself; then the links between them. */
const writeDocuments = async ({
  args: { onProgress, payload, req, sourceName, user },
  begin,
  session,
}: {
  args: RunImportArgs
  begin: BeginStep
  session: WriteSession
}): Promise<void> => {
  const { port, recorder, source, tenantId } = session
  const mayContinue = async (): Promise<boolean> =>
    !user || port.mayContinue({ payload, req, tenantId, user })
  const links = buildLinkIndex(source)
  const { adopted, known } = await knownDocuments({
    isGiven: sourceName !== undefined,
    session,
  })
  session.adopted = adopted
  const waiting: Array<{ document: ImportedDocument; waitingFor: string[] }> = []
  for (const [index, document] of source.documents.entries()) {
    if (!(await mayContinue())) {
      leaveOut({ documents: source.documents.slice(index), recorder })
      waiting.length = 0
      break
    }
    onProgress?.({
      done: index,
      label: document.path,
      phase: 'write',
      total: source.documents.length,
    })
    const identity = identityOf(document)
    const skipped = begin({ id: `write:${identity}`, label: document.path })
    if (skipped) {
      recorder.document({
        key: identity,
        path: document.path,
        reason: IMPORT_REMARKS[skipped],
        remarks: [],
        status: 'failed',
        title: document.title,
      })
      continue
    }
    const { waitingFor } = await importDocument({ document, known, links, session })
    if (waitingFor.length > 0) {
      waiting.push({ document, waitingFor })
    }
  }
  onProgress?.({
    done: source.documents.length,
    label: '',
    phase: 'write',
    total: source.documents.length,
  })
  await joinLinks({ begin, known, links, onProgress, session, waiting })
}

/** Says of each that it was not brought, and why. */
const leaveOut = ({
  documents,
  recorder,
}: {
  documents: ImportedDocument[]
  recorder: WriteSession['recorder']
}): void => {
  for (const { path } of documents) {
    recorder.document({
      path,
      reason: IMPORT_REMARKS.NOT_ALLOWED_ANY_MORE,
      remarks: [],
      status: 'failed',
    })
  }
}

export type ImportOne = {
  document: ImportedDocument
  known: Map<string, KnownDocument>
  links: LinkIndex
  session: WriteSession
}

const importDocument = async ({
  document,
  known,
  links,
  session,
}: ImportOne): Promise<{ waitingFor: string[] }> => {
  const { recorder } = session
  const collection =
    document.kind === 'page' ? session.port.slugs.pages : session.port.slugs.caseStudies
  const base = { collection, key: identityOf(document), path: document.path, title: document.title }
  const redirect = ({ isWritten, slug }: { isWritten: boolean; slug: string }) =>
    writeRedirects({ document, isWritten, session, to: newAddress({ kind: document.kind, slug }) })
  try {
    const opened = await openBody({ document, links, session })
    const hash = hashOf({ document, surroundings: opened.surroundings })
    const { decision, existing } = await standingOf({ collection, document, hash, session })
    if (existing && decision !== 'update' && decision !== 'create') {
      const isKept = decision !== 'skip'
      recorder.document({
        ...base,
        id: existing.id,
        reason:
          decision === 'keep-edited'
            ? IMPORT_REMARKS.KEPT_EDITED
            : decision === 'keep-trashed'
              ? IMPORT_REMARKS.KEPT_TRASHED
              : undefined,
        // What could not be brought the first time still is not here.
        remarks: isKept ? [] : [...document.remarks, ...opened.remarks],
        slug: String(existing['slug']),
        status: isKept ? 'kept' : 'unchanged',
      })
      if (!isKept) {
        await redirect({ isWritten: false, slug: String(existing['slug']) })
      }
      return { waitingFor: [] }
    }
    const content = await convertContent({ document, known, links, opened, session })
    const built = await buildData({ content, document, session })
    const saved = await upsert({ collection, data: built.data, document, existing, hash, session })
    if (saved.status === 'kept') {
      recorder.document({
        ...base,
        id: saved.id,
        reason: IMPORT_REMARKS.KEPT_MEANWHILE,
        remarks: [],
        slug: saved.slug,
        status: 'kept',
      })
      return { waitingFor: [] }
    }
    const wasRenamed = saved.slug !== document.slug && saved.status === 'created'
    recorder.document({
      ...base,
      id: saved.id,
      remarks: [
        ...document.remarks,
        ...content.remarks,
        ...built.remarks,
        ...(wasRenamed
          ? [{ code: 'SLUG_TAKEN' as const, detail: `${document.slug} → ${saved.slug}` }]
          : []),
      ],
      slug: saved.slug,
      status: saved.status,
    })
    known.set(identityOf(document), { collection, id: saved.id, slug: saved.slug })
    await redirect({ isWritten: true, slug: saved.slug })
    return { waitingFor: content.waitingFor }
  } catch (error) {
    session.payload.logger.error({ err: error, msg: `Import of ${document.path} failed.` })
    recorder.document({
      ...base,
      reason: isTooNested(error)
        ? IMPORT_REMARKS.NESTED_TOO_DEEPLY
        : `${IMPORT_REMARKS.WRITE_FAILED} ${reasonOf(error)}`,
      remarks: document.remarks,
      status: 'failed',
    })
    return { waitingFor: [] }
  }
}

const noteUnnamedClients = ({
  recorder,
  source,
}: {
  recorder: WriteSession['recorder']
  source: ImportSource
}): void => {
  const named = new Set(
    source.documents.flatMap(({ client }) => (client ? [client.toLowerCase()] : [])),
  )
  const rest = source.organisations.filter(
    ({ acronym, name }) =>
      !named.has(name.toLowerCase()) && !named.has((acronym ?? '').toLowerCase()),
  )
  if (rest.length > 0) {
    recorder.remark('the list of clients', {
      code: 'CLIENT_NOT_NAMED',
      detail: `${rest.length}: ${rest.map(({ name }) => name).join(', ')}`.slice(0, 400),
    })
  }
}

const isFailure = (code: string): boolean =>
  [
    'BAD_EXPORT',
    'CRASHED',
    'ENTRY_CUT_OFF',
    'ENTRY_DAMAGED',
    'EXPORT_CUT_OFF',
    'EXPORT_DAMAGED',
    'FILE_TOO_LARGE',
    'NESTED_TOO_DEEPLY',
    'NOT_TEXT',
    'READ_FAILED',
    'TOO_MANY_DOCUMENTS',
    'TOO_MUCH_MEMORY',
    'TOO_SLOW',
    'UNREADABLE_FILE',
  ].includes(code)
