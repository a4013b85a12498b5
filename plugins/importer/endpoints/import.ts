/**
 * `POST /api/importer`: a multipart upload (`file`, and `_payload` with `{tenant, mode, overwrite, source}`).
 * Answers with a line of JSON for every step and the report as the last line (application/x-ndjson).
 */
import { copyFile, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Endpoint, PayloadRequest } from 'payload'
import { APIError } from 'payload'

import type { ImportRefusal, RefusalCode } from '../error-codes.ts'
import type { ImporterOptions } from '../options.ts'
import type { ImportMode, ImportReport } from '../report.ts'
import type { ImportProgress } from '../write/run.ts'

import { isRefusal, refusal } from '../error-codes.ts'
import { resolveOptions } from '../options.ts'
import { reasonOf } from '../write/session.ts'
import { runImport } from '../write/run.ts'
import { withForm } from './withForm.ts'

export const IMPORT_PATH = '/importer'

export type ImportLine =
  | ({ type: 'progress' } & ImportProgress)
  | { type: 'refused'; code: string; message: string }
  | { type: 'report'; report: ImportReport }

type Wanted = {
  /** In a folder of its own, which goes with the import. */
  file: string
  mode: ImportMode
  name: string
  overwrite: boolean
  sourceName?: string
  tenant: string
}

/** Two imports into one tenant at a time would each make what the other is about to make. */
const running = new Set<string>()

export const importEndpoint = (options: ImporterOptions): Endpoint => ({
  handler: async (req) => {
    try {
      const wanted = await readRequest({ options, req })
      return stream({ options, req, wanted })
    } catch (error) {
      throw isRefusal(error) ? asApiError(error) : error
    }
  },
  method: 'post',
  path: IMPORT_PATH,
})

/** What the API says of the refusals that can happen here: a code for programs and the status. */
export const IMPORT_CODES = Object.freeze({
  ALREADY_RUNNING: ['import_running', 409],
  NOT_ALLOWED: ['not_allowed', 403],
  NOT_SIGNED_IN: ['not_signed_in', 401],
  NO_FILE: ['import_no_file', 400],
  NO_TENANT: ['import_no_tenant', 400],
  UNSUPPORTED_FILE: ['type_not_allowed', 415],
  UPLOAD_TOO_LARGE: ['file_too_large', 413],
} as const satisfies Partial<Record<RefusalCode, readonly [code: string, status: number]>>)

const asApiError = ({ code, message }: ImportRefusal): APIError => {
  const [said, status] = (IMPORT_CODES as Partial<Record<RefusalCode, readonly [string, number]>>)[
    code
  ] ?? ['bad_request', 400]
  return new APIError(message, status, { code: said }, true)
}

const readRequest = async ({
  options,
  req,
}: {
  options: ImporterOptions
  req: PayloadRequest
}): Promise<Wanted> => {
  const { payload, user } = req
  if (!user) {
    throw refusal({ code: 'NOT_SIGNED_IN' })
  }
  const { canImport, canImportAnywhere, limits } = resolveOptions(options)
  // Only the body names the tenant, so this is asked before the body is read.
  if (!(await canImportAnywhere({ req, user }))) {
    throw refusal({ code: 'NOT_ALLOWED' })
  }
  return withForm({
    most: limits.uploadBytes,
    req,
    take: async ({ data, file }) => {
      const { mode, overwrite, source, tenant } = (data ?? {}) as Record<string, unknown>
      if (typeof tenant !== 'string' || tenant === '') {
        throw refusal({ code: 'NO_TENANT' })
      }
      // The answer is the same for a tenant that is not there and one that is somebody else's.
      const isUuid = /^[0-9a-f-]{36}$/i.test(tenant)
      if (!isUuid || !(await canImport({ payload, req, tenantId: tenant, user }))) {
        throw refusal({ code: 'NOT_ALLOWED' })
      }
      if (!file?.size) {
        throw refusal({ code: 'NO_FILE' })
      }
      if (!/\.(zip|xml|md|markdown|mdx)$/i.test(file.name)) {
        throw refusal({ code: 'UNSUPPORTED_FILE', detail: file.name })
      }
      if (running.has(tenant)) {
        throw refusal({ code: 'ALREADY_RUNNING' })
      }
      return {
        file: await keep(file),
        mode: mode === 'publish' ? 'publish' : mode === 'draft' ? 'draft' : 'dry-run',
        name: file.name,
        overwrite: overwrite === true,
        sourceName: typeof source === 'string' && source.trim() !== '' ? source : undefined,
        tenant,
      }
    },
  })
}

/** The form's own file goes with its request; an import outlives it. */
const keep = async (file: NonNullable<PayloadRequest['file']>): Promise<string> => {
  const kept = path.join(await mkdtemp(path.join(tmpdir(), 'vitrine-import-')), 'upload')
  if (file.tempFilePath) {
    const from = file.tempFilePath
    // Another disk takes a copy.
    await rename(from, kept).catch(() => copyFile(from, kept))
  } else {
    await writeFile(kept, file.data)
  }
  return kept
}

const stream = ({
  options,
  req,
  wanted,
}: {
  options: ImporterOptions
  req: PayloadRequest
  wanted: Wanted
}): Response => {
  const { payload, user } = req
  const encoder = new TextEncoder()
  let isOpen = true
  const body = new ReadableStream<Uint8Array>({
    // A reader who leaves does not stop the import: half an import helps nobody.
    cancel: () => {
      isOpen = false
    },
    start: async (controller) => {
      const send = (line: ImportLine): void => {
        if (isOpen) {
          controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
        }
      }
      running.add(wanted.tenant)
      try {
        const { runElsewhere } = resolveOptions(options)
        const args = {
          mode: wanted.mode,
          onProgress: (progress: ImportProgress) => send({ type: 'progress', ...progress }),
          overwrite: wanted.overwrite,
          source: { folder: wanted.file, name: wanted.name },
          sourceName: wanted.sourceName,
          tenant: wanted.tenant,
          user: user ?? undefined,
        }
        const report = runElsewhere
          ? await runElsewhere({ ...args, payload })
          : await runImport({ ...args, options, payload })
        send({ report, type: 'report' })
      } catch (error) {
        if (!isRefusal(error)) {
          payload.logger.error({ err: error, msg: 'The import did not run.' })
        }
        send({
          code: isRefusal(error) ? error.code : 'IMPORT_FAILED',
          message: isRefusal(error) ? error.message : `The import stopped: ${reasonOf(error)}`,
          type: 'refused',
        })
      } finally {
        running.delete(wanted.tenant)
        await rm(path.dirname(wanted.file), { force: true, recursive: true })
        if (isOpen) {
          controller.close()
        }
      }
    },
  })
  return new Response(body, {
    headers: {
      'Cache-Control': 'no-store, no-transform',
      'Content-Type': 'application/x-ndjson; charset=utf-8',
      'X-Accel-Buffering': 'no',
    },
  })
}
