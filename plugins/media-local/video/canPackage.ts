// Whether a stream can be made of a film on this machine.
import { probeFilm } from '../store/probe.ts'
import { findFfmpeg } from './findFfmpeg.ts'
import { canRemux } from './remux.ts'

export const canPackage = async ({
  ffmpegPath,
  file,
}: {
  file: string
  ffmpegPath: string | null | undefined
}): Promise<boolean> => {
  const { width } = await probeFilm(file)
  return width !== undefined && ((await findFfmpeg(ffmpegPath)) !== null || (await canRemux(file)))
}
