// What a node of rich text may carry as CSS, and what an editor's own text keeps of more.
import { describe, expect, it } from '@jest/globals'
import { isColor, isPlainStyle, plainStyleOf } from './css.ts'

describe('a colour', () => {
  it.each([
    'red',
    'RebeccaPurple',
    '#fff',
    '#d4231a80',
    'rgb(212, 35, 26)',
    'rgb(212 35 26 / 50%)',
    'hsl(120deg 50% 50%)',
    'oklch(0.6 0.2 20)',
    'transparent',
    'windowtext',
    '',
  ])('is %s', (value) => {
    expect(isColor(value)).toBe(true)
  })

  it.each(['banana', 'red;x', 'url(x)', 'var(--x)', 'attr(x)', '#12', 'constructor', 5, null])(
    'is not %s',
    (value) => {
      expect(isColor(value)).toBe(false)
    },
  )
})

describe('a style', () => {
  it.each([
    '',
    'color:red',
    'Color : RED ; font-weight: 600;',
    'text-decoration: underline wavy; white-space: pre-wrap',
  ])('is plain: %s', (style) => {
    expect(isPlainStyle(style)).toBe(true)
    expect(isPlainStyle(plainStyleOf(style))).toBe(true)
  })

  it.each([
    'constructor: red',
    'position: fixed',
    'color: red; inset: 0',
    'color: "red;position:fixed"',
    'text-decoration: url(x)',
    'color',
    'color:',
  ])('is not plain: %s', (style) => {
    expect(isPlainStyle(style)).toBe(false)
    expect(isPlainStyle(plainStyleOf(style))).toBe(true)
  })
})
