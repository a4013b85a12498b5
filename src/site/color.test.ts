/** Whatever colours a tenant picks, text stays readable on every theme's ground. */
import { describe, expect, it } from '@jest/globals'
import { wcagContrast } from 'culori/fn'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import {
  brandFor,
  grounds,
  inkOn,
  placeholderColor,
  readable,
  readableOn,
  roomFrom,
} from './color.ts'
import { themes } from './model.ts'

const picks = [
  '#ffffff',
  '#000000',
  '#ffff00',
  '#ff0000',
  '#00ff00',
  '#0000ff',
  '#808080',
  '#fefae0',
  '#0b4f6c',
  '#123',
]

describe('brandFor', () => {
  it.each(themes)('corrects every pick to 4.5 : 1 on both grounds of %s', (theme) => {
    for (const primary of picks) {
      const brand = brandFor({ theme, primary, accent: '#eeeeee' })
      for (const scheme of ['light', 'dark'] as const) {
        expect(wcagContrast(brand.primary[scheme], grounds[theme][scheme])).toBeGreaterThanOrEqual(
          readable,
        )
        expect(wcagContrast(brand.accent[scheme], grounds[theme][scheme])).toBeGreaterThanOrEqual(
          readable,
        )
        expect(wcagContrast(brand.onPrimary[scheme], brand.primary[scheme])).toBeGreaterThanOrEqual(
          readable,
        )
      }
    }
  })

  it('leaves a colour alone that is readable already', () => {
    expect(brandFor({ theme: 'ledger', primary: '#0b4f6c' }).primary.light).toBe('#0b4f6c')
  })

  it('ignores what is no colour', () => {
    expect(brandFor({ theme: 'ledger', primary: 'url(javascript:1)' }).primary.light).toMatch(
      /^#[0-9a-f]{6}$/,
    )
  })
})

describe('rooms', () => {
  it('keep both inks readable on the wall', () => {
    for (const dominant of picks) {
      const room = roomFrom(dominant)
      for (const scheme of ['light', 'dark'] as const) {
        expect(wcagContrast(room.ink[scheme], room.ground[scheme])).toBeGreaterThanOrEqual(7)
        expect(wcagContrast(room.quiet[scheme], room.ground[scheme])).toBeGreaterThanOrEqual(
          readable,
        )
      }
    }
  })

  it('give the same study the same drawing colour every time', () => {
    const color = placeholderColor({ brand: '#0b4f6c', seed: 'fog' })
    expect(placeholderColor({ brand: '#0b4f6c', seed: 'fog' })).toBe(color)
    expect(color).toMatch(/^#[0-9a-f]{6}$/)
  })
})

describe('inkOn and readableOn', () => {
  it('choose the ink that reads better', () => {
    expect(inkOn('#ffee00')).toBe('#111111')
    expect(inkOn('#101040')).toBe('#ffffff')
  })

  it('end with black or white when the hue cannot be kept', () => {
    expect(
      wcagContrast(readableOn({ color: '#777777', ground: '#ffffff', ratio: 20 }), '#ffffff'),
    ).toBeGreaterThanOrEqual(20)
  })
})

describe('grounds', () => {
  it.each(themes)('are the ones that the stylesheet of %s paints', (theme) => {
    const css = readFileSync(
      path.join(process.cwd(), `src/site/themes/${theme}/styles/tokens.css`),
      'utf8',
    )
    expect(css).toContain(`--ground: ${grounds[theme].light};`)
    expect(css).toContain(`--ground: ${grounds[theme].dark};`)
  })
})
