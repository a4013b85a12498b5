// What the docs say about rights is what the table says.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from '@jest/globals'
import { policiesAsMarkdown } from './markdown.ts'

it('docs/permissions.md is what npm run policies prints', () => {
  const file = path.join(process.env.VITRINE_ROOT ?? process.cwd(), 'docs', 'permissions.md')
  expect(readFileSync(file, 'utf8')).toBe(policiesAsMarkdown())
})
