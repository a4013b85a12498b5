// Pictures and films that tests draw for themselves, and folders to put them in.
import { mkdtemp, rm } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  BufferTarget,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
} from 'mediabunny'
import sharp from 'sharp'
import type { StoreArgs } from '../media/driver.ts'
import {
  deliveryPath,
  parseTransformation,
  signedPart,
  type Address,
} from '../media/grammar/index.ts'
import { deliverySignature, grantedPath } from '../media/signature.ts'
import { createMediaHandler } from './http/handler.ts'
import type { MediaHandlerOptions } from './http/settings.ts'
import { localDriver, type LocalDriverOptions } from './store/driver.ts'

export const SECRET = 'test-secret'
export const GRANT_SECRET = 'test-grant-secret'

export const temporaryFolder = async (): Promise<{ folder: string; stop: () => Promise<void> }> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'media-local-'))
  return { folder, stop: () => rm(folder, { force: true, recursive: true }) }
}

export type Bench = Awaited<ReturnType<typeof startMedia>>

/** A driver and a handler over one folder. */
export const startMedia = async (
  options: Partial<MediaHandlerOptions> & Pick<LocalDriverOptions, 'ffmpegPath'> = {},
) => {
  const { folder: root, stop } = await temporaryFolder()
  const folder = path.join(root, 'files')
  const cacheFolder = path.join(root, 'cache')
  const errors: unknown[] = []
  const { ffmpegPath = null, ...rest } = options
  const driver = localDriver({ cacheFolder, ffmpegPath, folder })
  const handle = createMediaHandler({
    folder,
    cacheFolder,
    ffmpegPath,
    secret: SECRET,
    grantSecret: GRANT_SECRET,
    onError: (err) => errors.push(err),
    present: ({ code, message, status }) =>
      Response.json({ code, title: message, status }, { status }),
    ...rest,
  })
  return {
    root,
    folder,
    cacheFolder,
    driver,
    handle,
    errors,
    get: (to: string, headers: Record<string, string> = {}, method = 'GET') =>
      handle(new Request(`http://media.test${to}`, { headers, method })),
    stop: async () => {
      await handle.close()
      await stop()
    },
  }
}

export const newId = (name?: string): string =>
  ['root', 'acme', 'media', randomBytes(16).toString('hex'), ...(name ? [name] : [])].join('/')

export const storeArgs = (data: Uint8Array, more: Partial<StoreArgs> = {}): StoreArgs => ({
  account: null,
  publicId: newId(),
  resourceType: 'image',
  deliveryType: 'upload',
  format: 'png',
  mimeType: 'image/png',
  source: { data, size: data.byteLength },
  displayName: 'A picture',
  tenant: 'acme',
  folder: 'acme',
  tags: [],
  ...more,
})

type AddressParts = Partial<Omit<Address, 'transformation'>> & {
  publicId: string
  /** As it stands in an address. */
  steps?: string
}

export const addressOf = ({ publicId, steps = '', ...more }: AddressParts): Address => ({
  resourceType: 'image',
  deliveryType: 'upload',
  transformation: parseTransformation(steps) ?? [],
  version: 1700000000,
  publicId,
  extension: null,
  signature: null,
  ...more,
})

/** The path of a public file, with the signature that allows its transformation. */
export const signedPath = (parts: AddressParts): string => {
  const address = addressOf(parts)
  const signature = deliverySignature({
    algorithm: 'sha256',
    part: signedPart(address),
    secret: SECRET,
  })
  return `/media${deliveryPath({ ...address, signature })}`
}

export const plainPath = (parts: AddressParts): string => `/media${deliveryPath(addressOf(parts))}`

export const COLOURS = {
  upperLeft: [255, 0, 0],
  upperRight: [0, 255, 0],
  lowerLeft: [0, 0, 255],
  lowerRight: [255, 255, 0],
} as const

/** Four quarters, each of one colour. */
export const quadrants = (width = 400, height = 200): Promise<Buffer> => {
  const pixels = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const row = y < height / 2 ? 'upper' : 'lower'
      const colour = COLOURS[`${row}${x < width / 2 ? 'Left' : 'Right'}`]
      pixels.set(colour, (y * width + x) * 3)
    }
  }
  return sharp(pixels, { raw: { channels: 3, height, width } })
    .png()
    .toBuffer()
}

/** Of each row and column its own colour: red grows to the right, green downwards, up to 255. */
export const gradient = (width = 256, height = 256): Promise<Buffer> => {
  const pixels = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3
      pixels[at] = Math.round((x * 255) / Math.max(1, width - 1))
      pixels[at + 1] = Math.round((y * 255) / Math.max(1, height - 1))
    }
  }
  return sharp(pixels, { raw: { channels: 3, height, width } })
    .png()
    .toBuffer()
}

/** `[r, g, b]` or `[r, g, b, alpha]` at a place. */
export const pixelAt = async (picture: Uint8Array, x: number, y: number): Promise<number[]> => {
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true })
  const at = (y * info.width + x) * info.channels
  return [...data.subarray(at, at + info.channels)]
}

export const bytesOf = async (response: Response): Promise<Buffer> =>
  Buffer.from(await response.arrayBuffer())

/** An H.264 film in MP4 that says its size and length truly; its frames hold nothing to see. */
export const film = async ({
  height = 360,
  seconds = 10,
  width = 640,
}: { width?: number; height?: number; seconds?: number } = {}): Promise<Buffer> => {
  const target = new BufferTarget()
  const output = new Output({ format: new Mp4OutputFormat(), target })
  const source = new EncodedVideoPacketSource('avc')
  output.addVideoTrack(source, { frameRate: 25 })
  await output.start()
  const decoderConfig = {
    codec: 'avc1.42c01e',
    codedWidth: width,
    codedHeight: height,
    description: await decoderRecord(width, height),
  }
  for (let frame = 0; frame < seconds * 25; frame += 1) {
    const isKey = frame % 50 === 0
    const unit = Buffer.alloc(104, frame & 255)
    unit.writeUInt32BE(100, 0)
    unit[4] = isKey ? 0x65 : 0x41
    const packet = new EncodedPacket(unit, isKey ? 'key' : 'delta', frame / 25, 1 / 25)
    await source.add(packet, { decoderConfig })
  }
  await output.finalize()
  return Buffer.from(target.buffer!)
}

/** ISO/IEC 14496-15 §5.3.3: an AVCDecoderConfigurationRecord around a sequence parameter set. */
const decoderRecord = async (width: number, height: number): Promise<Buffer> => {
  const bits: string[] = []
  const code = (value: number): void => {
    const binary = (value + 1).toString(2)
    bits.push('0'.repeat(binary.length - 1) + binary)
  }
  // Id, frame numbers, picture order by count, one reference, no gaps.
  for (const value of [0, 0, 2, 1]) {
    code(value)
  }
  bits.push('0')
  const [across, down] = [Math.ceil(width / 16), Math.ceil(height / 16)]
  code(across - 1)
  code(down - 1)
  const cut = { x: (across * 16 - width) / 2, y: (down * 16 - height) / 2 }
  bits.push('11', cut.x + cut.y > 0 ? '1' : '0')
  if (cut.x + cut.y > 0) {
    for (const value of [0, cut.x, 0, cut.y]) {
      code(value)
    }
  }
  bits.push('01')
  const text = bits.join('')
  const payload = (text + '0'.repeat((8 - (text.length % 8)) % 8)).match(/.{8}/g)!
  const set = Buffer.from([0x67, 66, 0xc0, 30, ...payload.map((byte) => parseInt(byte, 2))])
  const pictures = Buffer.from('68ce3c80', 'hex')
  return Buffer.concat([
    Buffer.from([1, 66, 0xc0, 30, 0xff, 0xe1, 0, set.length]),
    set,
    Buffer.from([1, 0, pictures.length]),
    pictures,
  ])
}

/** Transformations that the handlers of tests deliver unsigned. */
export const ALLOWED = new Set(['c_limit,w_100/f_auto,q_auto', 'c_limit,so_2,w_100'])

/** The path of a file that is not public, with its grant. */
export const granted = (
  parts: AddressParts,
  { secret = GRANT_SECRET, seconds = 600 }: { seconds?: number; secret?: string } = {},
): string =>
  `/media${grantedPath({
    address: { ...addressOf(parts), deliveryType: 'authenticated' },
    grant: { audience: 'member', expires: Math.floor(Date.now() / 1000) + seconds },
    secret,
  })}`

export const problemOf = async (response: Promise<Response>): Promise<[number, string]> => {
  const answer = await response
  const { code } = (await answer.json()) as { code: string }
  return [answer.status, code]
}

export const allowedPath = (publicId: string): string =>
  plainPath({ publicId, steps: 'c_limit,w_100/f_auto,q_auto' })
