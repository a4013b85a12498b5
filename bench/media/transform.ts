// Making a rendition through the handler, beside sharp alone with the same sizes and encoders.
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { costOf, median, ratioOf, renditionUrl, type Place } from './setUp.ts'

type Way = { name: string; steps: string; bare: (image: Sharp) => Sharp }

const WAYS: Way[] = [
  {
    name: 'fit, 1280 wide, WebP',
    steps: 'c_limit,w_1280/f_webp,q_auto',
    bare: (image) => image.resize({ width: 1280 }).webp({ quality: 75, effort: 4 }),
  },
  {
    name: 'fill, 480×320, middle, JPEG',
    steps: 'c_fill,h_320,w_480/f_jpg,q_auto',
    bare: (image) => image.resize({ width: 480, height: 320 }).jpeg({ quality: 78, mozjpeg: true }),
  },
  {
    name: 'fill, 400×400, by attention, WebP',
    steps: 'c_fill,g_auto,h_400,w_400/f_webp,q_auto',
    bare: (image) =>
      image
        .resize({ width: 400, height: 400, position: 'attention' })
        .webp({ quality: 75, effort: 4 }),
  },
  {
    name: 'fill, 400×400, focal point, WebP',
    steps: 'c_fill,g_xy_center,h_400,w_400,x_600,y_900/f_webp,q_auto',
    bare: (image) =>
      image
        .resize({ width: 600, height: 400, fit: 'fill' })
        .extract({ left: 0, top: 0, width: 400, height: 400 })
        .webp({ quality: 75, effort: 4 }),
  },
  {
    name: 'fit, 640 wide, AVIF',
    steps: 'c_limit,w_640/f_avif,q_auto',
    bare: (image) => image.resize({ width: 640 }).avif({ quality: 60, effort: 2 }),
  },
]

export const measureTransform = async ({
  files,
  ids,
  place,
  rounds,
}: {
  place: Place
  files: string[]
  ids: string[]
  rounds: number
}): Promise<string[]> => {
  const folder = path.join(place.root, 'bare')
  await mkdir(folder, { recursive: true })
  const lines: string[] = []
  for (const { bare, name, steps } of WAYS) {
    const ours = async (n: number): Promise<void> => {
      const response = await place.handle(new Request(renditionUrl(ids[n]!, steps)))
      await response.arrayBuffer()
      if (response.status !== 200) {
        throw new Error(`${steps} was answered with ${response.status}.`)
      }
    }
    const theirs = async (n: number): Promise<void> => {
      await bare(sharp(files[n])).toFile(path.join(folder, `${n}.out`))
    }
    const times = []
    const processor = []
    await theirs(0)
    for (let round = 0; round < rounds; round += 1) {
      for (const [n, id] of ids.entries()) {
        await place.handle.purge(id)
        const isOursFirst = (round + n) % 2 === 0
        const first = await costOf(() => (isOursFirst ? ours(n) : theirs(n)))
        const second = await costOf(() => (isOursFirst ? theirs(n) : ours(n)))
        const [a, b] = isOursFirst ? [first, second] : [second, first]
        times.push({ ours: a.elapsed, theirs: b.elapsed })
        processor.push({ ours: a.processor, theirs: b.processor })
      }
    }
    const a = 1000 / median(times.map((time) => time.theirs))
    const b = 1000 / median(times.map((time) => time.ours))
    lines.push(
      `| ${name} | ${a.toFixed(1)} | ${b.toFixed(1)} | ${ratioOf(times)} | ${ratioOf(processor)} |`,
    )
  }
  return lines
}
