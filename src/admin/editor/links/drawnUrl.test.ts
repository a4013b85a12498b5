import { expect, it } from '@jest/globals'
import { drawnUrl } from './drawnUrl.ts'

it.each([
  '/work/gate',
  '/über-uns',
  '#tide',
  '?page=2',
  'gate',
  '',
  'https://example.com/a?b#c',
  'mailto:ada@example.com',
  'tel:+49 40 1',
])('“%s” is drawn as it is stored', (url) => {
  expect(drawnUrl(url)).toBe(url)
})

it.each([
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,<script>',
  '/\\elsewhere.example',
  'https://',
])('“%s” leads nowhere', (url) => {
  expect(drawnUrl(url)).toBe('about:blank')
})
