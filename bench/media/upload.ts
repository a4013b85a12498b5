// Storing a large file, beside streaming it to the same disk with no questions asked.
import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream, symlinkSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { elapsed, median, ratioOf, store, type Place } from './setUp.ts'

const MEGABYTES = 64

export const measureUpload = async ({
  place,
  rounds,
}: {
  place: Place
  rounds: number
}): Promise<string[]> => {
  const file = path.join(place.root, 'large')
  const alias = path.join(place.root, 'alias')
  const copy = path.join(place.root, 'copy')
  const size = MEGABYTES * 1024 * 1024
  writeFileSync(file, randomBytes(size))
  // A link is not linked again: this is the way of a file from another disk.
  symlinkSync(file, alias)
  const lines: string[] = []
  for (const [name, from] of [
    ['from another disk: copied and hashed', alias],
    ['from the same disk: linked and hashed', file],
  ] as const) {
    const times = []
    for (let round = 0; round < rounds; round += 1) {
      const theirs = await elapsed(() => pipeline(createReadStream(from), createWriteStream(copy)))
      await rm(copy)
      let remove = (): Promise<unknown> => Promise.resolve()
      const ours = await elapsed(async () => {
        const source = { path: from, size, isOurs: true }
        const asset = await store({ driver: place.driver, format: 'bin', source })
        remove = () => place.driver.remove(asset)
      })
      await remove()
      times.push({ ours, theirs })
    }
    const rate = (all: number[]) => (MEGABYTES / (median(all) / 1000)).toFixed(0)
    lines.push(
      `| ${name} | ${rate(times.map((time) => time.theirs))} | ${rate(times.map((time) => time.ours))} | ${ratioOf(times)} |`,
    )
  }
  return lines
}
