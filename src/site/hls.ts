/** The library that plays streams where browsers do not, from our own origin; loaded only for a film (`filmIsland.ts`). */
import { readFileSync } from 'node:fs'
import path from 'node:path'

/** Changes with the package, so that browsers may keep the file for ever. */
const version = '1.7.4'

/** Beside the script that asks for it, which lies below a site's root. */
export const hlsFile = `hls.js?v=${version}`

let remembered: string | undefined

export const hlsSource = (): { body: string; version: string } => {
  // The build without subtitles, alternate audio and DRM: a third smaller, and we use none of them.
  remembered ??= readFileSync(
    path.join(process.cwd(), 'node_modules/hls.js/dist/hls.light.min.js'),
    'utf8',
  ).replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n')
  return { body: remembered, version }
}
