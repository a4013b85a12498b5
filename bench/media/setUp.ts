// A driver and a handler over a temporary folder, and files in it.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  createMediaHandler,
  localDriver,
  type LocalDriver,
} from '../../plugins/media-local/index.ts'
import {
  deliveryPath,
  parseTransformation,
  signedPart,
  type Address,
} from '../../plugins/media/grammar/index.ts'
import type { FileSource } from '../../plugins/media/driver.ts'
import { deliverySignature } from '../../plugins/media/signature.ts'

const SECRET = 'bench'

export type Place = Awaited<ReturnType<typeof setUp>>

export const setUp = async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'vitrine-bench-media-'))
  const folder = path.join(root, 'files')
  const cacheFolder = path.join(root, 'cache')
  const driver = localDriver({ cacheFolder, ffmpegPath: null, folder })
  const handle = createMediaHandler({
    folder,
    cacheFolder,
    ffmpegPath: null,
    secret: SECRET,
    grantSecret: SECRET,
    present: ({ code, status }) => Response.json({ code }, { status }),
  })
  return {
    root,
    driver,
    handle,
    stop: async () => {
      await handle.close()
      rmSync(root, { force: true, recursive: true })
    },
  }
}

export const storePicture = async (driver: LocalDriver, file: string): Promise<string> => {
  const { publicId } = await store({
    driver,
    format: 'jpg',
    source: { path: file, size: statSync(file).size },
  })
  return publicId
}

export const store = ({
  driver,
  format,
  source,
}: {
  driver: LocalDriver
  source: FileSource
  format: 'jpg' | 'bin'
}) => {
  const isPicture = format === 'jpg'
  const id = `bench/acme/media/${randomBytes(16).toString('hex')}`
  return driver.store({
    account: null,
    publicId: isPicture ? id : `${id}/file.bin`,
    resourceType: isPicture ? 'image' : 'raw',
    deliveryType: 'upload',
    format,
    mimeType: isPicture ? 'image/jpeg' : 'application/octet-stream',
    source,
    displayName: 'File',
    tenant: 'acme',
    folder: 'acme',
    tags: [],
  })
}

/** The address of a rendition, signed. */
export const renditionUrl = (publicId: string, steps: string): string => {
  const address: Address = {
    resourceType: 'image',
    deliveryType: 'upload',
    transformation: parseTransformation(steps) ?? [],
    version: 1,
    publicId,
    extension: null,
    signature: null,
  }
  const signature = deliverySignature({
    algorithm: 'sha256',
    part: signedPart(address),
    secret: SECRET,
  })
  return `http://bench.test/media${deliveryPath({ ...address, signature })}`
}

export const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

export const elapsed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Milliseconds on the clock, and of the processor, which a busy machine does not stretch. */
export const costOf = async (
  work: () => Promise<unknown>,
): Promise<{ elapsed: number; processor: number }> => {
  const before = process.cpuUsage()
  const clock = await elapsed(work)
  const { system, user } = process.cpuUsage(before)
  return { elapsed: clock, processor: (system + user) / 1000 }
}

/** Of a to b, by rounds: the median, and the range. */
export const ratioOf = (rounds: { ours: number; theirs: number }[]): string => {
  const ratios = rounds.map(({ ours, theirs }) => theirs / ours)
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)]
  return `×${median(ratios).toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`
}
