// The rules in the head of a page find their fonts from every address of the site.
import { describe, expect, it } from '@jest/globals'
import { pairings, themes } from './model.ts'
import { inlineStylesheet, stylesheet } from './stylesheet.ts'

describe('inlineStylesheet', () => {
  it('names every font from the site’s root, in every theme and pairing', () => {
    for (const theme of themes) {
      for (const pairing of pairings) {
        const css = inlineStylesheet({ root: '/harbor', theme, pairing })
        const fonts = css.match(/url\([^)]*font\.woff2/g) ?? []
        expect(fonts.length).toBeGreaterThan(0)
        expect(fonts.filter((url) => !url.startsWith('url("/harbor/font.woff2'))).toEqual([])
        expect(css.length).toBeGreaterThanOrEqual(stylesheet({ theme, pairing }).length)
      }
    }
  })
})
