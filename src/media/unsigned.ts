// The renditions that anybody may ask for without a signature: few enough that nobody can make the
// server draw the same picture in a thousand sizes.
import { serialise, type Transformation } from '../../plugins/media/grammar/index.ts'
import { presets } from './presets.ts'

const widths = presets.find(({ ratio }) => ratio === null)?.widths ?? []

const UNSIGNED: ReadonlySet<string> = new Set([
  // The file itself.
  '',
  ...widths.map((width) =>
    serialise([
      { c: 'limit', w: String(width) },
      { f: 'auto', q: 'auto' },
    ]),
  ),
  // A film’s frame at its first second, and its stream.
  'so_1',
  'sp_auto',
])

export const isUnsigned = (transformation: Transformation): boolean =>
  UNSIGNED.has(serialise(transformation))
