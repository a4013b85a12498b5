// The walls are migrations written in SQL; they lie here as files.
import { readFileSync } from 'node:fs'
import path from 'node:path'

/** @param file Its name in this folder. */
export const readWall = (file: string): string =>
  readFileSync(
    path.join(process.env.VITRINE_ROOT ?? process.cwd(), 'migrations', 'walls', file),
    'utf8',
  )
