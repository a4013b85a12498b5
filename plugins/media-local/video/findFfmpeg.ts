// Whether there is an ffmpeg to run: the one named, or the first on the PATH.
import { access, constants } from 'node:fs/promises'
import path from 'node:path'

/** @param ffmpegPath `null`: none, whatever is installed; left out: looked for on the PATH. */
export const findFfmpeg = async (ffmpegPath: string | null | undefined): Promise<string | null> => {
  if (ffmpegPath === null) {
    return null
  }
  const candidates =
    ffmpegPath === undefined
      ? (process.env.PATH ?? '')
          .split(path.delimiter)
          .filter((folder) => path.isAbsolute(folder))
          .map((folder) => path.join(folder, 'ffmpeg'))
      : [ffmpegPath]
  for (const candidate of candidates) {
    if (
      await access(candidate, constants.X_OK).then(
        () => true,
        () => false,
      )
    ) {
      return candidate
    }
  }
  return null
}
