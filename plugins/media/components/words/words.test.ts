import { describe, expect, it } from '@jest/globals'
import { formatBytes, formatTime, formatWait } from '../shared/format.ts'
import { badgesOf, hereOf } from '../shared/mediaDoc.ts'
import { mediaEn } from './en.ts'
import { wordsIn } from './words.ts'

const say = wordsIn('en')

describe('sentences', () => {
  it('fill in what they are given', () => {
    expect(say('library:select', { name: 'pier.jpg' })).toBe('Select pier.jpg')
  })

  it('choose their form by the count', () => {
    expect([say('library:uses', { count: 1 }), say('library:uses', { count: 3 })]).toEqual([
      'Used in 1 place',
      'Used in 3 places',
    ])
  })

  it('are English where a language is not here', () => {
    expect(wordsIn('tlh')('upload:save')).toBe('Save')
  })

  it('have both forms wherever they count', () => {
    const keys = Object.values(mediaEn).flatMap((group) => Object.keys(group))
    const lonely = keys.filter(
      (key) => key.endsWith('_one') && !keys.includes(key.replace(/_one$/, '_other')),
    )
    expect(lonely).toEqual([])
  })
})

describe('figures', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [45_400, '45 kB'],
    [1_250_000, '1.3 MB'],
    [4_000_000_000, '4 GB'],
  ])('say %d bytes as %s', (bytes, text) => {
    expect(formatBytes(bytes, 'en')).toBe(text)
  })

  it.each([
    [7.4, '0:07'],
    [750, '12:30'],
    [3723, '1:02:03'],
  ])('say %d seconds of a film as %s', (seconds, text) => {
    expect(formatTime(seconds)).toBe(text)
  })

  it('say a long wait in minutes', () => {
    expect(formatWait(200, 'en')).toBe('3 min')
  })
})

describe('badges', () => {
  it('name trouble before everything else', () => {
    expect(badgesOf({ id: '1', uses: 0, asset: { status: 'failed' } })).toEqual([
      'failed',
      'undescribed',
      'unused',
    ])
  })

  it('say how far a file in use is seen', () => {
    expect(badgesOf({ id: '1', alt: 'A pier', uses: 2, exposure: 'public' })).toEqual(['public'])
  })

  it('call nothing unused whose uses are not known', () => {
    expect(badgesOf({ id: '1', alt: 'A pier', exposure: 'none' })).toEqual(['none'])
  })
})

describe('addresses', () => {
  it('of this installation are asked for on the present host', () => {
    expect(hereOf('https://v.example/media/a.jpg', 'https://v.example')).toBe('/media/a.jpg')
  })

  it('of other places stay as they are', () => {
    expect(hereOf('https://v.example.evil/a.jpg', 'https://v.example')).toBe(
      'https://v.example.evil/a.jpg',
    )
  })
})
