import { chmod, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { AssetRef } from '../../media/driver.ts'
import { film, startMedia, storeArgs, temporaryFolder, type Bench } from '../testSupport.ts'

describe('processVideo', () => {
  let media: Bench
  let tools: Awaited<ReturnType<typeof temporaryFolder>>
  beforeEach(async () => {
    tools = await temporaryFolder()
  })
  afterEach(async () => {
    await media.stop()
    await tools.stop()
  })

  const fakeFfmpeg = async (script: string): Promise<string> => {
    const file = path.join(tools.folder, 'ffmpeg')
    await writeFile(file, `#!/bin/sh\n${script}\n`)
    await chmod(file, 0o755)
    return file
  }

  /** Writes a playlist of one segment, or a poster, where its last argument says. */
  const WRITES = `
for last; do :; done
case "$last" in
  *.m3u8) name=$(basename "$last" .m3u8); dir=$(dirname "$last")
    echo segment > "$dir/$name-00000.m4s"; echo init > "$dir/$name-init.mp4"
    printf '#EXTM3U\\n#EXT-X-MAP:URI="%s-init.mp4"\\n#EXTINF:1,\\n%s-00000.m4s\\n#EXT-X-ENDLIST\\n' "$name" "$name" > "$last";;
  *) exit 1;;
esac`

  const start = async (script: string | null, size: { width: number; height: number }) => {
    media = await startMedia({
      ffmpegPath: script === null ? null : await fakeFfmpeg(script),
    })
    const data = await film({ ...size, seconds: 10 })
    return media.driver.store(
      storeArgs(data, { format: 'mp4', mimeType: 'video/mp4', resourceType: 'video' }),
    )
  }

  const streamOf = async (asset: AssetRef): Promise<string[]> =>
    (await readdir(path.join(media.folder, 'upload', asset.publicId, 'hls'))).sort()

  it('makes every size up to the film’s own', async () => {
    const asset = await start(WRITES, { width: 1280, height: 720 })
    await media.driver.process(asset)
    expect((await streamOf(asset)).filter((name) => name.endsWith('.m3u8'))).toEqual([
      '360.m3u8',
      '720.m3u8',
      'master.m3u8',
    ])
  })

  it('says that the film can be streamed', async () => {
    const asset = await start(WRITES, { width: 1280, height: 720 })
    expect(await media.driver.process(asset)).toMatchObject({
      hasStream: true,
      status: 'ready',
    })
  })

  it('keeps a film that ffmpeg cannot read as a plain file', async () => {
    const asset = await start('echo broken >&2; exit 1', { width: 640, height: 360 })
    expect(await media.driver.process(asset)).toMatchObject({
      hasStream: false,
      status: 'ready',
      problem: expect.stringContaining('plays as one file'),
    })
  })

  it('leaves no half of a stream', async () => {
    const asset = await start('exit 1', { width: 640, height: 360 })
    await media.driver.process(asset)
    expect(await readdir(path.join(media.folder, 'upload', asset.publicId))).toEqual([
      'asset.json',
      'original.mp4',
    ])
  })

  it('cuts an H.264 film into segments where there is no ffmpeg', async () => {
    const asset = await start(null, { width: 640, height: 360 })
    await media.driver.process(asset)
    expect(await streamOf(asset)).toEqual([
      'copy-1-1.m4s',
      'copy-1-2.m4s',
      'copy-1-init.mp4',
      'copy-1.m3u8',
      'master.m3u8',
    ])
  })

  it('tells players the size of the stream', async () => {
    const asset = await start(null, { width: 640, height: 360 })
    await media.driver.process(asset)
    const master = await readFile(
      path.join(media.folder, 'upload', asset.publicId, 'hls', 'master.m3u8'),
      'utf8',
    )
    expect(master).toContain('RESOLUTION=640x360')
  })

  it('leaves a file that is no film as it is', async () => {
    media = await startMedia()
    const asset = await media.driver.store(
      storeArgs(Buffer.from('not a film'), {
        format: 'mp4',
        mimeType: 'video/mp4',
        resourceType: 'video',
      }),
    )
    expect(await media.driver.process(asset)).toMatchObject({ status: 'ready' })
  })
})
