// Data that is too much, or not ours, to be in the repository: it may lie beside it.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { root } from './process.ts'

/** @returns the folder `../shared/data/<name>`, or undefined with the reason printed. */
export const sharedData = (name: string): string | undefined => {
  const folder = path.join(path.dirname(root), 'shared', 'data', name)
  if (existsSync(folder)) {
    return folder
  }
  process.stdout.write(`There is no ${folder}, so what is tested with it is left out.\n`)
  return undefined
}
