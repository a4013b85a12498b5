// Pictures of films: the poster that was stored, a frame by ffmpeg, or a drawing in the film's shape.
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Transformation } from '../../media/grammar/index.ts'
import { isMediaProblem } from '../problem.ts'
import { originalName, POSTER_FILE } from '../store/place.ts'
import { probePicture } from '../store/probe.ts'
import { renditionFolder } from '../cache/purge.ts'
import { findFfmpeg } from '../video/findFfmpeg.ts'
import { grabFrame } from '../video/grabFrame.ts'
import { placeholderSvg } from '../video/placeholder.ts'
import { assertMayTransform } from './gate.ts'
import { planOf } from './sendPicture.ts'
import { sendRendition, type Picture } from './sendRendition.ts'
import type { Work } from './work.ts'

/** A poster can be replaced, and a drawing gives way to one. */
const POSTER_SECONDS = 3600
const PLACEHOLDER_SECONDS = 60

const DEFAULT_SHAPE = { width: 1280, height: 720 }
const PLACEHOLDER_SIDE = 1920

type Found = Picture & { size: { width: number; height: number } }

export const sendPoster = async (work: Work): Promise<Response> => {
  const { address, passage, settings } = work
  assertMayTransform({
    passage,
    settings,
    transformation:
      address.transformation.length > 0 ? address.transformation : [{ f: address.extension! }],
  })
  const { wanted } = planOf({ source: {}, transformation: address.transformation, work })
  const found =
    (await storedPoster(work)) ??
    (await frameAt({ second: wanted.second ?? 0, work })) ??
    (await drawn(work))
  const plan = planOf({
    source: { size: found.size },
    transformation: withoutSecond(address.transformation),
    work,
  })
  return sendRendition({ picture: found, plan, work })
}

const storedPoster = async ({ directory }: Work): Promise<Found | null> => {
  const file = path.join(directory, POSTER_FILE)
  const facts = await stat(file).catch(() => null)
  const picture = facts && (await probePicture(file))
  return facts && picture
    ? {
        fileOf: () => Promise.resolve(file),
        version: `poster ${facts.size} ${facts.mtimeMs}`,
        seconds: POSTER_SECONDS,
        size: { width: picture.width, height: picture.height },
      }
    : null
}

/** Frames of the same film that are kept; more seconds than this are answered with the drawing. */
const MAX_FRAMES = 20

const frameAt = async ({ second, work }: { work: Work; second: number }): Promise<Found | null> => {
  const { directory, record, settings } = work
  const ffmpegPath = await findFfmpeg(settings.ffmpegPath)
  if (ffmpegPath === null || record.width === undefined || record.height === undefined) {
    return null
  }
  const folder = path.join(settings.cacheFolder, renditionFolder(record.publicId))
  const file = path.join(folder, `frame-${Math.round(second * 10)}.jpg`)
  try {
    await settings.flight(file, async () => {
      if (await stat(file).catch(() => null)) {
        return
      }
      await mkdir(folder, { recursive: true })
      if (
        (await readdir(folder)).filter((name) => name.startsWith('frame-')).length >= MAX_FRAMES
      ) {
        throw new Error('There are enough frames of this film.')
      }
      const from = path.join(directory, originalName(record.format))
      await grabFrame({ ffmpegPath, file: from, second, to: file })
    })
  } catch (err) {
    if (isMediaProblem(err)) {
      throw err
    }
    return null
  }
  const picture = await probePicture(file)
  return (
    picture && {
      fileOf: () => Promise.resolve(file),
      version: `${record.etag} frame ${second}`,
      seconds: POSTER_SECONDS,
      size: { width: picture.width, height: picture.height },
    }
  )
}

const drawn = async ({ record, settings }: Work): Promise<Found> => {
  const shape =
    record.width === undefined || record.height === undefined
      ? DEFAULT_SHAPE
      : { width: record.width, height: record.height }
  const scale = Math.min(1, PLACEHOLDER_SIDE / Math.max(shape.width, shape.height))
  const size = {
    width: Math.max(1, Math.round(shape.width * scale)),
    height: Math.max(1, Math.round(shape.height * scale)),
  }
  const folder = path.join(settings.cacheFolder, 'tmp')
  const file = path.join(folder, `placeholder-${size.width}x${size.height}.svg`)
  return {
    fileOf: async () => {
      await mkdir(folder, { recursive: true })
      await writeFile(file, (settings.placeholder ?? placeholderSvg)(size))
      return file
    },
    isSvg: true,
    version: `placeholder ${size.width}x${size.height}`,
    seconds: PLACEHOLDER_SECONDS,
    size,
  }
}

const withoutSecond = (transformation: Transformation): Transformation =>
  transformation.map(({ so: _second, ...rest }) => rest)
