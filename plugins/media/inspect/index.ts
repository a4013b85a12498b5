/**
 * What a file is, decided by its bytes, and what must not leave with it. Everything reads at random
 * places, so that a film of a gigabyte is never in memory. `browser.ts` is the part of this that
 * runs in a browser.
 */
export * from './browser.ts'
export { describeImage } from './describeImage.ts'
export { openFileReader } from './fileReader.ts'
export { probeVideo } from './probeVideo.ts'
export { writeStripped } from './writeStripped.ts'
