// URLs as people type and paste them.
import { expect, it } from '@jest/globals'
import { completeUrl } from './typedUrl.ts'
import type { UrlKind } from './urls.ts'

it.each<[UrlKind, string, string]>([
  ['embed', 'figma.com/x', 'https://figma.com/x'],
  ['embed', ' www.figma.com ', 'https://www.figma.com'],
  ['embed', '//figma.com/x', 'https://figma.com/x'],
  [
    'embed',
    '<iframe style="border: 1px" width="800" src="https://embed.figma.com/design/x?a=1&amp;b=2" allowfullscreen></iframe>',
    'https://embed.figma.com/design/x?a=1&b=2',
  ],
  [
    'embed',
    "<p><iframe src='//player.example.com/x'></iframe></p>",
    'https://player.example.com/x',
  ],
  ['video', 'vimeo.com/1', 'https://vimeo.com/1'],
  ['contact', 'ana@example.com', 'mailto:ana@example.com'],
  ['link', 'example.com:8080/a', 'https://example.com:8080/a'],
  ['link', '/work', '/work'],
])('for %s, %j is %j', (takes, typed, url) => {
  expect(completeUrl({ takes, typed })).toBe(url)
})

it.each<[UrlKind, string]>([
  ['embed', 'www.figma'],
  ['embed', 'figma'],
  ['embed', 'java script'],
  ['embed', 'javascript:alert(1)'],
  ['embed', '<iframe src="javascript:alert(1)"></iframe>'],
  ['video', 'example.com/x'],
  ['web', 'ana@example.com'],
  ['link', 'work'],
])('for %s, %j stays as it is', (takes, typed) => {
  expect(completeUrl({ takes, typed })).toBe(typed)
})
