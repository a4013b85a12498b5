// Playlists name their parts by addresses of their own, each with the grant that the list came with.
import { deliveryPath } from '../../media/grammar/index.ts'
import { grantedPath } from '../../media/signature.ts'
import type { Work } from './work.ts'

const PART = /^([A-Za-z0-9-]{1,64})\.([a-z0-9]{1,5})$/

/** Lines that name anything but a part of this stream are left out. */
export const playlistFor = ({ text, work }: { text: string; work: Work }): string =>
  text
    .split(/\r?\n/)
    .map((line) =>
      line.startsWith('#')
        ? line.replace(
            /URI="([^"]*)"/g,
            (_all, name: string) => `URI="${partAddress(name, work) ?? ''}"`,
          )
        : line === ''
          ? line
          : partAddress(line, work),
    )
    .filter((line) => line !== null)
    .join('\n')

const partAddress = (
  name: string,
  { address, passage: { grant }, settings }: Work,
): string | null => {
  const [, part, extension] = PART.exec(name) ?? []
  if (part === undefined || extension === undefined) {
    return null
  }
  const to = { ...address, extension, transformation: [{ sp: 'auto', part }] }
  const path = grant
    ? grantedPath({ address: to, grant, secret: settings.grantSecret })
    : deliveryPath({ ...to, signature: null })
  return settings.base + path
}
