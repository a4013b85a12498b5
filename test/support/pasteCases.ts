// What each program puts on the clipboard, and the outline that is stored of it.
import { fixture } from '../../src/admin/editor/paste/testSupport.ts'
import { png, type Given } from './pasting.ts'

export const RED = await png('#c22')

export const CASES: {
  name: string
  given: () => Given
  links?: string[]
  lost?: number
  shape: string[]
}[] = [
  {
    name: 'Word',
    given: () => ({
      'text/html': fixture('word.html'),
      'text/plain': 'Der letzte Bus',
      'text/rtf': fixture('word.rtf'),
      files: [{ base64: RED, name: 'image.png', type: 'image/png' }],
    }),
    links: ['https://www.example.org/fahrplan?linie=7&tag=mo#nacht'],
    shape:
      'h2 h2 paragraph h3 bullet paragraph number quote paragraph upload table horizontalrule paragraph'.split(
        ' ',
      ),
  },
  {
    name: 'Google Docs',
    given: () => ({ 'text/html': fixture('google-docs.html'), 'text/plain': 'A benefit' }),
    links: ['https://example.org/a(b)?x=1&y=%C3%BC#Teil-2'],
    shape: 'h2 paragraph h3 bullet check upload table paragraph'.split(' '),
  },
  {
    name: 'Notion',
    given: () => ({
      'text/html': fixture('notion.html'),
      'text/plain': fixture('notion.txt'),
    }),
    links: ['https://www.notion.so/Notes-1a2b3c?pvs=21'],
    lost: 1,
    shape: 'h2 paragraph bullet check number missing table quote paragraph paragraph block'.split(
      ' ',
    ),
  },
  {
    name: 'a web page',
    given: () => ({ 'text/html': fixture('web-page.html'), 'text/plain': 'How it went' }),
    links: [
      'https://studio.example/work/atlas/?q=a%20b#top',
      'https://studio.example/über-uns',
      'mailto:a@studio.example',
    ],
    lost: 1,
    shape: 'h2 paragraph h3 missing upload paragraph paragraph paragraph table block'.split(' '),
  },
  {
    name: 'Markdown',
    given: () => ({ 'text/plain': fixture('markdown.md') }),
    links: ['/über/a%20b(c)#teil'],
    lost: 1,
    shape:
      'block h2 paragraph h3 bullet number table quote block missing horizontalrule number'.split(
        ' ',
      ),
  },
  {
    name: 'Excel',
    given: () => ({
      'text/html': fixture('excel.html'),
      'text/plain': 'Year\tTrips',
      files: [{ base64: RED, name: 'image.png', type: 'image/png' }],
    }),
    shape: ['table'],
  },
]
