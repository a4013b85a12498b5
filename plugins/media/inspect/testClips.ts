// Small films for tests, made without a video encoder: a lossy WebP is a VP8 key frame in a RIFF
// wrapper, and an AVIF is an AV1 key frame in a HEIF wrapper. Put in a row, they are a film that
// browsers play. The sound is Opus silence.
import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  type MetadataTags,
  MovOutputFormat,
  Mp4OutputFormat,
  Output,
  type OutputFormat,
  type Rotation,
  type VideoCodec,
  WebMOutputFormat,
} from 'mediabunny'
import sharp from 'sharp'
import { be32, concat, fromLatin1, latin1, u32be, u32le } from './bytes.ts'

export type ClipOptions = {
  /** Default 2. */
  seconds?: number
  /** Even numbers of pixels; default 64 × 36. */
  width?: number
  height?: number
  /** Frames a second, default 10. */
  frameRate?: number
  /** Clockwise degrees that a player turns the film by; default 0. Not in WebM. */
  rotation?: Rotation
  /** Silence beside the pictures; default no. */
  withAudio?: boolean
  /** Where it was filmed, as ISO 6709 (`+48.8577+002.2950/`), written where telephones write it. */
  location?: string
  /** Default: MP4. */
  container?: 'mp4' | 'mov'
  /** Default `av1`, which browsers play in MP4; `vp8` is much quicker to make. */
  codec?: 'av1' | 'vp8'
  /** The index before the pictures, as for streaming; default no, as telephones do it. */
  hasFastStart?: boolean
}

/** A different picture per hue, repeated, so that a player has something to show. */
const HUES = [10, 130, 220, 300]

/** An MP4 or MOV with pictures, and with sound and a place if asked for. */
export const makeMp4 = async (options: ClipOptions = {}): Promise<Uint8Array> => {
  const { codec = 'av1', container = 'mp4', hasFastStart = false, location } = options
  const fastStart = hasFastStart ? 'in-memory' : false
  const format =
    container === 'mov' ? new MovOutputFormat({ fastStart }) : new Mp4OutputFormat({ fastStart })
  const clip = await mux({ ...options, codec, format })
  return location ? withPlace(clip, location) : clip
}

/** A WebM (VP8, and Opus if asked for). The place becomes a tag. */
export const makeWebm = async ({
  location,
  ...options
}: Omit<ClipOptions, 'codec' | 'container' | 'rotation'> = {}): Promise<Uint8Array> =>
  mux({
    ...options,
    codec: 'vp8',
    format: new WebMOutputFormat(),
    tags: location ? { title: 'Secret garden', raw: { LOCATION: location } } : undefined,
  })

/** A sound file in a film's container, which has nothing to look at. */
export const makeSoundOnly = async ({ seconds = 1 } = {}): Promise<Uint8Array> => {
  const output = new Output({ format: new Mp4OutputFormat(), target: new BufferTarget() })
  const audio = new EncodedAudioPacketSource('opus')
  output.addAudioTrack(audio)
  await output.start()
  await addSilence(audio, seconds)
  await output.finalize()
  return new Uint8Array(output.target.buffer ?? new ArrayBuffer(0))
}

type MuxOptions = Omit<ClipOptions, 'codec'> & {
  codec: 'av1' | 'vp8'
  format: OutputFormat
  tags?: MetadataTags
}

const mux = async ({
  codec,
  format,
  frameRate = 10,
  height = 36,
  rotation = 0,
  seconds = 2,
  tags,
  width = 64,
  withAudio = false,
}: MuxOptions): Promise<Uint8Array> => {
  const output = new Output({ format, target: new BufferTarget() })
  const video = new EncodedVideoPacketSource(codec satisfies VideoCodec)
  output.addVideoTrack(video, { frameRate, rotation })
  const audio = withAudio ? new EncodedAudioPacketSource('opus') : null
  if (audio) {
    output.addAudioTrack(audio)
  }
  if (tags) {
    output.setMetadataTags(tags)
  }
  await output.start()
  const frames = await Promise.all(
    HUES.map((hue) => (codec === 'av1' ? av1Frame : vp8Frame)({ height, hue, width })),
  )
  const decoderConfig = {
    codec: codec === 'av1' ? 'av01.0.04M.08' : 'vp8',
    codedHeight: height,
    codedWidth: width,
  }
  for (let index = 0; index < Math.round(seconds * frameRate); index += 1) {
    const frame = frames[index % frames.length] ?? new Uint8Array(0)
    const packet = new EncodedPacket(frame, 'key', index / frameRate, 1 / frameRate)
    await video.add(packet, index === 0 ? { decoderConfig } : undefined)
  }
  if (audio) {
    await addSilence(audio, seconds)
  }
  await output.finalize()
  return new Uint8Array(output.target.buffer ?? new ArrayBuffer(0))
}

/** RFC 6716: 0xf8 is one mono CELT frame of 20 ms; 0xff 0xfe decodes to silence. */
const SILENCE = Uint8Array.of(0xf8, 0xff, 0xfe)
const SILENCE_SECONDS = 0.02

/** RFC 7845, section 5.1: version 1, one channel, 312 samples of pre-skip, 48 kHz. */
const OPUS_HEAD = concat(
  fromLatin1('OpusHead'),
  Uint8Array.of(1, 1, 0x38, 0x01, 0x80, 0xbb, 0, 0, 0, 0, 0),
)

const addSilence = async (audio: EncodedAudioPacketSource, seconds: number): Promise<void> => {
  const decoderConfig = {
    codec: 'opus',
    description: OPUS_HEAD,
    numberOfChannels: 1,
    sampleRate: 48_000,
  }
  for (let index = 0; index * SILENCE_SECONDS < seconds; index += 1) {
    await audio.add(
      new EncodedPacket(SILENCE, 'key', index * SILENCE_SECONDS, SILENCE_SECONDS),
      index === 0 ? { decoderConfig } : undefined,
    )
  }
}

type Frame = { height: number; hue: number; width: number }

/** One colour with a lighter bar whose place differs per frame. */
const drawFrame = ({ height, hue, width }: Frame): sharp.Sharp => {
  const bar = Math.round((hue / 360) * width)
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
        <rect width="100%" height="100%" fill="hsl(${hue} 60% 35%)"/>
        <rect x="${bar}" width="${Math.ceil(width / 8)}" height="100%" fill="hsl(${hue} 80% 75%)"/>
      </svg>`,
    ),
  ).removeAlpha()
}

const vp8Frame = async (frame: Frame): Promise<Uint8Array> => {
  const webp = await drawFrame(frame).webp({ quality: 60, effort: 0 }).toBuffer()
  for (let at = 12; at + 8 <= webp.byteLength;) {
    const size = u32le(webp, at + 4)
    if (latin1(webp, at, at + 4) === 'VP8 ') {
      return new Uint8Array(webp.subarray(at + 8, at + 8 + size))
    }
    at += 8 + size + (size % 2)
  }
  throw new Error('sharp made a WebP without a VP8 frame.')
}

/** What an AVIF of one picture has in its `mdat` is exactly the frame. */
const av1Frame = async (frame: Frame): Promise<Uint8Array> => {
  const avif = await drawFrame(frame)
    .avif({ bitdepth: 8, chromaSubsampling: '4:2:0', effort: 0, quality: 60 })
    .toBuffer()
  for (let at = 0; at + 8 <= avif.byteLength; at += u32be(avif, at)) {
    if (latin1(avif, at + 4, at + 8) === 'mdat') {
      return new Uint8Array(avif.subarray(at + 8, at + u32be(avif, at)))
    }
  }
  throw new Error('sharp made an AVIF without media data.')
}

/**
 * Adds what cameras add: `udta/©xyz` in the film's index, and XMP in a `uuid` box at the end. The
 * index has to be the last box, so that no offset moves.
 */
const withPlace = (clip: Uint8Array, location: string): Uint8Array => {
  for (let at = 0; at + 8 <= clip.byteLength; at += u32be(clip, at)) {
    const end = at + u32be(clip, at)
    if (latin1(clip, at + 4, at + 8) === 'moov') {
      if (end !== clip.byteLength) {
        throw new Error('A place can only be added to a clip without fast start.')
      }
      const place = box('udta', box('\xa9xyz', placeText(location)))
      const index = clip.subarray(at + 8, end)
      const xmp = box('uuid', concat(XMP_UUID, fromLatin1(`<x:xmpmeta>${location}</x:xmpmeta>`)))
      return concat(clip.subarray(0, at), box('moov', concat(index, place)), xmp)
    }
  }
  throw new Error('This clip has no index.')
}

/** BE7ACFCB-97A9-42E8-9C71-999491E3AFAC, ISO 16684-1. */
const XMP_UUID = fromLatin1('\xbe\x7a\xcf\xcb\x97\xa9\x42\xe8\x9c\x71\x99\x94\x91\xe3\xaf\xac')

const box = (type: string, content: Uint8Array): Uint8Array =>
  concat(be32(content.byteLength + 8), fromLatin1(type), content)

/** QuickTime's text atoms: length, language (`und`), text. */
const placeText = (text: string): Uint8Array => {
  const length = Uint8Array.of(text.length >> 8, text.length & 0xff)
  return concat(length, Uint8Array.of(0x55, 0xc4), fromLatin1(text))
}
