// The local media driver: making pictures beside sharp alone, delivering them beside a file server,
// storing beside a plain stream, and memory under attack.
import { writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import path from 'node:path'
import { measureCached } from './cached.ts'
import { measureMemory } from './memory.ts'
import { drawPictures, SIDE } from './pictures.ts'
import { setUp, storePicture } from './setUp.ts'
import { measureTransform } from './transform.ts'
import { measureUpload } from './upload.ts'

const ROUNDS = Number(process.env.ROUNDS ?? 5)
const REQUESTS = Number(process.env.REQUESTS ?? 10_000)

export const bench = {
  about: 'the local media driver beside bare sharp, a file server and a plain stream',
  run: async ({ root }: { root: string }): Promise<void> => {
    const place = await setUp()
    try {
      const files = await drawPictures(place.root, 3)
      const ids: string[] = []
      for (const file of files) {
        ids.push(await storePicture(place.driver, file))
      }
      const transformed = await measureTransform({ files, ids, place, rounds: ROUNDS })
      const cached = await measureCached({ id: ids[0]!, place, requests: 500, rounds: ROUNDS })
      const upload = await measureUpload({ place, rounds: ROUNDS })
      const memory = await measureMemory({ ids, place, requests: REQUESTS })
      const text = report({ cached, memory, transformed, upload })
      process.stdout.write(text)
      writeFileSync(path.join(root, 'bench', 'results', 'media.md'), text)
    } finally {
      await place.stop()
    }
  },
}

const report = ({
  cached,
  memory,
  transformed,
  upload,
}: Record<
  'transformed' | 'cached' | 'upload' | 'memory',
  string[]
>): string => `# The local media driver

\`npm run bench -- media\`: ${files()}, ${ROUNDS} rounds in turns, on ${availableParallelism()} cores with
a load of ${loadavg()[2]!.toFixed(0)} from everything that ran meanwhile. Medians; a ratio is our
speed to the other’s, taken pair by pair, so more is better; in brackets its range.

## Making a picture

Nothing cached: the whole request, from the signature to the answer, beside sharp alone with the same
sizes and encoders, from file to file. Pictures a second.

| rendition | sharp | handler | ratio | ratio of processor time |
| --- | --: | --: | --: | --: |
${transformed.join('\n')}

## Delivering one that is cached

Over HTTP, 8 connections, beside a Node server that streams the same bytes and looks at nothing. The
client runs in the same process, which draws both towards each other. Requests a second.

| file | file server | handler | ratio |
| --- | --: | --: | --: |
${cached.join('\n')}

## Storing 64 MB

Beside \`pipeline(createReadStream, createWriteStream)\`. Megabytes a second.

| file | stream | store | ratio |
| --- | --: | --: | --: |
${upload.join('\n')}

## Memory

${REQUESTS.toLocaleString('en')} requests, of which one in five is hostile: forged, oversized, misplaced, overlong. Resident
megabytes of the whole process, this benchmark and what it measured before included.

| | MB |
| --- | --: |
${memory.join('\n')}
`

const files = (): string => `three pictures of ${SIDE.width}×${SIDE.height}`
