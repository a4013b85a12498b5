// There is no way back: what only the newer schema can hold would be lost on it. Not beside the migrations:
// Payload lists every file there.
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from '@jest/globals'
import { migrations } from '../migrations/index.ts'

const folder = path.join(process.env.VITRINE_ROOT ?? process.cwd(), 'migrations')

it('every migration is listed, and goes up only', () => {
  const files = readdirSync(folder)
    .filter((file) => /^\d{8}_.*\.ts$/.test(file))
    .map((file) => file.replace(/\.ts$/, ''))
    .sort()
  expect(migrations.map(({ name }) => name)).toEqual(files)
  expect(migrations.map((migration) => Object.keys(migration).sort())).toEqual(
    files.map(() => ['name', 'up']),
  )
})
