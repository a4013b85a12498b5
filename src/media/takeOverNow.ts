// Takes over the files of a version that knew them by their names alone, and ends: each goes to the store
// that new files go to, described and checked like one that somebody uploads. The old file stays where it is.
import { copyFile, mkdir, rm, stat } from 'node:fs/promises'
import { constants } from 'node:fs'
import path from 'node:path'
import { createLocalReq, type Payload } from 'payload'
import { actAsPlatform } from '../../access/claims.ts'
import { inTransaction } from '../../collections/shared/inTransaction.ts'
import { recordAllUses } from '../../collections/shared/recordAllUses.ts'
import type { CommandArgs } from '../command.ts'
import { closePayload } from '../database/closePayload.ts'
import { HAD_FILES } from './oldFiles.ts'

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
    for (const collection of HAD_FILES) {
      for await (const row of rowsOf({ collection, payload })) {
        await takeOver({ collection, payload, row }).catch((err: Error) =>
          noteRefusal({ collection, err, payload, row }),
        )
      }
    }
    await recordAllUses({ payload })
    return 0
  } finally {
    await closePayload({ payload })
  }
}

type Refused = Error & { isMissing?: true; status?: number }

/** A file that is refused would be refused again, and one that is not there may come. Anything else stops the start. */
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
}): Promise<void> => {
  const isRefused = (err.status ?? 500) < 500
  if (!isRefused && !err.isMissing) {
    throw err
  }
  process.stderr.write(`${collection}/${filename}: ${err.message}\n`)
  if (isRefused) {
    const asset = { problem: err.message.slice(0, 500), status: 'failed' }
    await payload.db.updateOne({ collection, id, data: { asset, filesize }, returning: false })
  }
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

const takeOver = async ({
  collection,
  payload,
  row: { filename, focalX, focalY, id },
}: {
  collection: Slug
  payload: Payload
  row: Row
}): Promise<void> => {
  const dataDir = process.env.DATA_DIR ?? '.data'
  const kept = path.join(dataDir, collection, path.basename(filename))
  const { size } = await stat(kept).catch(() => {
    throw Object.assign(
      new Error(`There is no file ${kept}. Copy it there and start again, or upload it anew.`),
      { isMissing: true },
    )
  })
  const folder = path.join(dataDir, 'uploads')
  const copy = path.join(folder, `old-${id}`)
  await mkdir(folder, { recursive: true })
  // What is taken in is used up.
  await copyFile(kept, copy, constants.COPYFILE_FICLONE)
  try {
    // It counts among what its tenant keeps already, and would count twice.
    await payload.db.updateOne({ collection, id, data: { filesize: 0 }, returning: false })
    await inTransaction(await createLocalReq({}, payload), async (req) => {
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
        overrideAccess: true,
        req,
        trash: true,
      })
    })
  } finally {
    await rm(copy, { force: true })
  }
}
