/** `npm run import -- <folder or export file> --tenant <slug>`: arguments, a progress bar, the report. */
import type { CollectionSlug, Payload, TypedUser } from 'payload'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'

import type { ImporterOptions } from './options.ts'
import type { ImportMode, ImportReport } from './report.ts'
import type { ImportProgress, RunImportArgs } from './write/run.ts'

import { isRefusal, refusal } from './error-codes.ts'
import { resolveOptions } from './options.ts'
import { renderReport } from './report.ts'
import { runImport } from './write/run.ts'

export type CliArguments = {
  source: string
  tenant: string
  mode: ImportMode
  overwrite: boolean
  report?: string
  as?: string
  sourceName?: string
}

export type StartImport = (
  args: Omit<RunImportArgs, 'options' | 'payload'> & {
    /** The email of the user with whose rights it runs. */
    as?: string
  },
) => Promise<ImportReport>

type Output = { write: (text: string) => unknown; isTTY?: boolean; columns?: number }

export const CLI_USAGE = `Brings a folder of Markdown, a .zip of one, or a WordPress export into a tenant.

  npm run import -- <folder or file> --tenant <slug> [options]

  --tenant <slug>   the tenant that everything is written into
  --source <name>   what the source is called; without it the site's URL or the folder's name.
                    The same name finds what an earlier import of it brought
  --dry-run         read and check everything, write nothing
  --publish         put the studies online; without it they arrive as drafts
  --overwrite       replace what was edited here since the last import
  --as <email>      import with the rights of this user
  --report <file>   write the whole report as JSON
`

/** @throws ImportRefusal with one sentence that says what is missing or wrong */
export const parseArguments = (argv: string[]): CliArguments | 'help' => {
  const values = new Map<string, string>()
  const flags = new Set<string>()
  const positional: string[] = []
  for (let index = 0; index < argv.length; index++) {
    const [name = '', inline] = splitOnce(argv[index] ?? '')
    if (name === '--help' || name === '-h') {
      return 'help'
    }
    if (['--tenant', '--report', '--as', '--source'].includes(name)) {
      const value = inline ?? argv[++index]
      if (value === undefined || value.startsWith('--')) {
        throw refusal(
          name === '--tenant'
            ? { code: 'NO_TENANT' }
            : { code: 'UNKNOWN_OPTION', detail: `${name} needs a value` },
        )
      }
      values.set(name, value)
    } else if (['--dry-run', '--publish', '--overwrite'].includes(name)) {
      flags.add(name)
    } else if (name.startsWith('-')) {
      throw refusal({ code: 'UNKNOWN_OPTION', detail: name })
    } else {
      positional.push(argv[index] ?? '')
    }
  }
  const [source] = positional
  const tenant = values.get('--tenant')
  if (!source) {
    throw refusal({ code: 'NO_SOURCE' })
  }
  if (positional.length > 1) {
    throw refusal({ code: 'UNKNOWN_OPTION', detail: positional[1] })
  }
  if (!tenant) {
    throw refusal({ code: 'NO_TENANT' })
  }
  if (flags.has('--dry-run') && flags.has('--publish')) {
    throw refusal({ code: 'MODE_CONFLICT' })
  }
  return {
    as: values.get('--as'),
    mode: flags.has('--dry-run') ? 'dry-run' : flags.has('--publish') ? 'publish' : 'draft',
    overwrite: flags.has('--overwrite'),
    report: values.get('--report'),
    source,
    sourceName: values.get('--source'),
    tenant,
  }
}

/**
 * @returns the exit code: 0 everything arrived, 2 some documents failed, 1 the import could not begin
 */
export const runCli = async ({
  argv,
  start,
  stdout,
}: {
  argv: string[]
  start: StartImport
  stdout: Output
}): Promise<number> => {
  try {
    const parsed = parseArguments(argv)
    if (parsed === 'help') {
      stdout.write(CLI_USAGE)
      return 0
    }
    const bar = progressBar(stdout)
    const report = await start({
      as: parsed.as,
      mode: parsed.mode,
      onProgress: bar.show,
      overwrite: parsed.overwrite,
      source: { folder: path.resolve(parsed.source) },
      sourceName: parsed.sourceName,
      tenant: parsed.tenant,
    })
    bar.clear()
    stdout.write(renderReport(report, stdout.columns ?? 120))
    if (parsed.report) {
      try {
        await writeFile(parsed.report, `${JSON.stringify(report, null, 2)}\n`)
      } catch {
        throw refusal({ code: 'CANNOT_WRITE_REPORT', detail: parsed.report })
      }
    }
    return report.totals.failed > 0 ? 2 : 0
  } catch (error) {
    if (isRefusal(error)) {
      stdout.write(`${error.message}\n`)
      return 1
    }
    throw error
  }
}

/** Runs the import in this process. */
export const startHere =
  ({ options, payload }: { options?: ImporterOptions; payload: Payload }): StartImport =>
  async ({ as, ...args }) =>
    runImport({
      ...args,
      options,
      payload,
      user: as === undefined ? args.user : await findUser({ email: as, options, payload }),
    })

const findUser = async ({
  email,
  options,
  payload,
}: {
  email: string
  options?: ImporterOptions
  payload: Payload
}): Promise<TypedUser> => {
  const { slugs } = resolveOptions(options)
  const { docs } = await payload.find({
    collection: slugs.users as CollectionSlug,
    depth: 0,
    limit: 1,
    pagination: false,
    where: { email: { equals: email.toLowerCase() } },
  })
  const user = docs[0]
  if (!user) {
    throw refusal({ code: 'USER_NOT_FOUND', detail: email })
  }
  return { ...user, collection: slugs.users } as unknown as TypedUser
}

const PHASES: Record<ImportProgress['phase'], string> = {
  links: 'Joining links',
  read: 'Reading',
  write: 'Writing',
}
const BAR_WIDTH = 24

/** A bar that redraws itself on a terminal; elsewhere a line for every tenth of the way. */
const progressBar = (
  stdout: Output,
): { show: (progress: ImportProgress) => void; clear: () => void } => {
  let lastTenth = ''
  return {
    clear: () => {
      if (stdout.isTTY) {
        stdout.write('\r\u001B[2K')
      }
    },
    show: ({ done, label, phase, total }) => {
      const share = total === 0 ? 1 : done / total
      if (stdout.isTTY) {
        const filled = Math.round(share * BAR_WIDTH)
        const line = `${PHASES[phase].padEnd(13)} ${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${done}/${total} ${label}`
        stdout.write(`\r\u001B[2K${line.slice(0, (stdout.columns ?? 100) - 1)}`)
        return
      }
      const tenth = `${phase}${Math.floor(share * 10)}`
      if (tenth !== lastTenth && phase !== 'read') {
        lastTenth = tenth
        stdout.write(`${PHASES[phase]} ${done}/${total}\n`)
      }
    },
  }
}

const splitOnce = (argument: string): [string, string | undefined] => {
  const at = argument.startsWith('--') ? argument.indexOf('=') : -1
  return at === -1 ? [argument, undefined] : [argument.slice(0, at), argument.slice(at + 1)]
}
