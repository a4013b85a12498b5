// The walls are migrations written in SQL; they lie here as files.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const fileIn = (file: string): string =>
  path.join(process.env.VITRINE_ROOT ?? process.cwd(), 'migrations', 'walls', file)

/** @param file Its name in this folder. */
export const readWall = (file: string): string => readFileSync(fileIn(file), 'utf8')

/** @param name Of a migration. */
export const isWall = (name: string): boolean => existsSync(fileIn(`${name}.up.sql`))
