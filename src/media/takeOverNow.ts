// Takes over the files of a version that knew them by their names alone, and ends: each goes to the store
// that new files go to, described and checked like one that somebody uploads. The old file stays where it is.
import { copyFile, mkdir, rm, stat } from 'node:fs/promises'
import { constants, existsSync } from 'node:fs'
import path from 'node:path'
import type { Payload } from 'payload'
import { actAsPlatform } from '../../access/claims.ts'
import { recordAllUses } from '../../collections/shared/recordAllUses.ts'
import { FILE_PROBLEMS } from '../../plugins/media/inspect/problems.ts'
import type { CommandArgs } from '../command.ts'
import { closePayload } from '../database/closePayload.ts'
import { HAD_FILES, oldFilePath } from './oldFiles.ts'

type Row = {
  id: string
  filename: string
  filesize?: number | null
  focalX?: number | null
  focalY?: number | null
}
type Slug = (typeof HAD_FILES)[number]

export const run = async (_: CommandArgs): Promise<number> => {
  actAsPlatform()
  const { default: config } = await import('../../payload.config.ts')
  const { getPayload } = await import('payload')
  const payload = await getPayload({ config })
  try {
    let taken = 0
    for (const collection of HAD_FILES) {
      for await (const row of rowsOf({ collection, payload })) {
        taken += await takeOver({ collection, payload, row }).catch((err: Refused) =>
          noteRefusal({ collection, err, payload, row }),
        )
      }
    }
    if (taken > 0) {
      await recordAllUses({ payload })
    }
    return 0
  } finally {
    await closePayload({ payload })
  }
}

type Refused = Error & { data?: { code?: string } | null; status?: number }

/**
 * Says why a file stays as it was. What is wrong with the file is kept with it; anything else is tried again at
 * the next start.
 */
const noteRefusal = async ({
  collection,
  err,
  payload,
  row: { filename, filesize, id },
}: {
  collection: Slug
  err: Refused
  payload: Payload
  row: Row
}): Promise<0> => {
  if ((err.status ?? 500) >= 500) {
    throw err
  }
  process.stderr.write(`${collection}/${filename}: ${err.message}\n`)
  const isForGood = (err.data?.code ?? '') in FILE_PROBLEMS
  const asset = isForGood ? { asset: { problem: err.message.slice(0, 500), status: 'failed' } } : {}
  await payload.db.updateOne({
    collection,
    id,
    data: { ...asset, filesize },
    returning: false,
  })
  return 0
}

async function* rowsOf({
  collection,
  payload,
}: {
  collection: Slug
  payload: Payload
}): AsyncGenerator<Row> {
  for (let last: string | undefined; ;) {
    const { docs } = await payload.db.find<Row>({
      collection,
      limit: 1,
      pagination: false,
      sort: 'id',
      where: {
        and: [
          { 'asset.publicId': { exists: false } },
          { 'asset.problem': { exists: false } },
          { filename: { exists: true } },
          ...(last === undefined ? [] : [{ id: { greater_than: last } }]),
        ],
      },
    })
    const [row] = docs
    if (!row) {
      return
    }
    last = row.id
    yield row
  }
}

/** A language in which the row says what it has to say: nothing but its file is asked about here. */
const localeOf = async ({
  collection,
  id,
  payload,
}: {
  collection: Slug
  id: string
  payload: Payload
}): Promise<string> => {
  const row = await payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection,
    locale: 'all',
    where: { id: { equals: id } },
  })
  const said = (row?.[collection === 'media' ? 'alt' : 'title'] ?? {}) as Record<string, unknown>
  return Object.keys(said).find((locale) => Boolean(said[locale])) ?? 'en'
}

/** @returns how many were taken over. */
const takeOver = async ({
  collection,
  payload,
  row: { filename, focalX, focalY, id },
}: {
  collection: Slug
  payload: Payload
  row: Row
}): Promise<0 | 1> => {
  const dataDir = process.env.DATA_DIR ?? '.data'
  const kept = oldFilePath({ collection, dataDir, filename })
  if (!existsSync(kept)) {
    return 0
  }
  const { size } = await stat(kept)
  const folder = path.join(dataDir, 'uploads')
  const copy = path.join(folder, `old-${id}`)
  await mkdir(folder, { recursive: true })
  // What is taken in is used up.
  await copyFile(kept, copy, constants.COPYFILE_FICLONE)
  try {
    // It counts among what its tenant keeps already, and would count twice.
    await payload.db.updateOne({ collection, id, data: { filesize: 0 }, returning: false })
    await payload.update({
      collection,
      id,
      data: typeof focalX === 'number' && typeof focalY === 'number' ? { focalX, focalY } : {},
      file: {
        data: Buffer.alloc(0),
        mimetype: '',
        name: filename,
        size,
        tempFilePath: copy,
      },
      locale: (await localeOf({ collection, id, payload })) as 'en',
      overrideAccess: true,
    })
    return 1
  } finally {
    await rm(copy, { force: true })
  }
}
