// `npm run media:move -- --from local --to cloudinary [--tenant <slug>] [--keep]`: every file from one
// store to another, verified. Ctrl-C ends after the file that is under way; the next run goes on.
import { parseArgs } from 'node:util'
import { createLocalReq, type Payload } from 'payload'
import { moveFiles, type MoveReport } from '../../plugins/media/move.ts'
import { sizeInWords } from '../../plugins/media/problems.ts'
import { withPayload, type CommandArgs } from '../command.ts'

type Wanted = { from: string; to: string; tenant?: string; isKeeping: boolean }

const USAGE =
  'npm run media:move -- --from <store> --to <store> [--tenant <slug>] [--keep]\n  The stores are local, cloudinary and uploadthing, as far as they are configured.\n'

export const run = async ({ args, root, signals }: CommandArgs): Promise<number> => {
  const wanted = read(args)
  if (wanted === null) {
    process.stderr.write(USAGE)
    return 2
  }
  return withPayload({
    root,
    // Ctrl-C is its own to handle: it ends after the file that is under way.
    signals: signals.filter((signal) => signal !== 'SIGINT'),
    task: (payload) => move({ payload, wanted }),
  })
}

const read = (args: string[]): Wanted | null => {
  try {
    const { values } = parseArgs({
      args,
      options: {
        from: { type: 'string' },
        keep: { type: 'boolean', default: false },
        tenant: { type: 'string' },
        to: { type: 'string' },
      },
    })
    const { from, keep, tenant, to } = values
    return from && to && from !== to
      ? { from, to, isKeeping: keep, ...(tenant ? { tenant } : {}) }
      : null
  } catch {
    return null
  }
}

const move = async ({ payload, wanted }: { payload: Payload; wanted: Wanted }): Promise<number> => {
  const { mediaOptions, stores } = await import('../config/media.ts')
  const refusal = refusalOf({ names: stores.drivers.map(({ name }) => name), stores, wanted })
  const tenant = wanted.tenant ? await tenantCalled({ payload, slug: wanted.tenant }) : undefined
  if (refusal !== null || tenant === null) {
    process.stderr.write(`✗ ${refusal ?? `There is no workspace “${wanted.tenant}”.`}\n`)
    return 1
  }
  let isStopping = false
  const onSignal = () => {
    isStopping = true
    process.stdout.write('  Stopping after this file …\n')
  }
  process.once('SIGINT', onSignal)
  try {
    const report = await moveFiles({
      accountFor: async (id) =>
        wanted.to === 'cloudinary'
          ? ((await stores.accounts.ofTenant(id))?.key ?? stores.cloud?.cloudName ?? null)
          : null,
      from: wanted.from,
      isKeeping: wanted.isKeeping,
      onProgress: ({ done, filename, problem, total }) =>
        process.stdout.write(
          `  ${done} of ${total}: ${filename}${problem ? `: ${problem}` : ''}\n`,
        ),
      options: mediaOptions,
      req: await createLocalReq({}, payload),
      shouldStop: () => isStopping,
      to: wanted.to,
      ...(tenant ? { tenant } : {}),
    })
    process.stdout.write(asText(report))
    return report.failed.length === 0 && !report.isStopped ? 0 : 1
  } finally {
    process.off('SIGINT', onSignal)
  }
}

const refusalOf = ({
  names,
  stores,
  wanted: { from, to },
}: {
  names: string[]
  stores: { cloud: unknown }
  wanted: Wanted
}): string | null => {
  const missing = [from, to].find((name) => !names.includes(name))
  if (missing) {
    return `“${missing}” is not configured here. There is ${names.join(', ')}.`
  }
  return to === 'cloudinary' && !stores.cloud
    ? 'CLOUDINARY_URL is not set. Set it, so that files of workspaces without an account of their own have a place.'
    : null
}

const tenantCalled = async ({
  payload,
  slug,
}: {
  payload: Payload
  slug: string
}): Promise<string | null> => {
  const { docs } = await payload.find({
    collection: 'tenants',
    depth: 0,
    limit: 1,
    overrideAccess: true,
    where: { slug: { equals: slug } },
  })
  return docs[0]?.id ?? null
}

const asText = ({ bytes, failed, isStopped, moved }: MoveReport): string =>
  [
    `${moved} files moved (${sizeInWords(bytes)}), ${failed.length} failed.`,
    ...(isStopped ? ['Stopped. Run the command again to go on.'] : []),
    '',
  ].join('\n')
