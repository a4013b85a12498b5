// Which picture of the clipboard stands for which in its text.
import { describe, expect, it } from '@jest/globals'
import { fixture } from '../testSupport.ts'
import { nameOf, sourcesOf, type PastedImage } from './imageFiles.ts'
import { picturesInRtf } from './rtf.ts'

const image = (src: string): PastedImage => ({ alt: '', id: src, name: nameOf(src), src })
const png = (name: string) => new File(['x'], name, { type: 'image/png' })
const WORD = 'file:///C:/Temp/msohtmlclip1/01/clip_image002.png'
const DATA = 'data:image/png;base64,iVBORw0KGgo='

const kinds = (args: Partial<Parameters<typeof sourcesOf>[0]>): unknown[] =>
  sourcesOf({ files: [], hasWords: true, images: [], rtf: '', ...args }).map((source) =>
    source.kind === 'file'
      ? `${source.file.name} ${source.file.type} ${source.file.size}`
      : source.kind === 'url'
        ? source.url
        : source.kind,
  )

describe('a picture of Word', () => {
  it('is the one that RTF holds, and neither its double nor one of a bullet', () => {
    expect(picturesInRtf(fixture('word.rtf'))).toHaveLength(1)
    expect(kinds({ images: [image(WORD)], rtf: fixture('word.rtf') })).toEqual([
      'clip_image002.png image/png 74',
    ])
  })

  it('is missing where RTF does not hold as many, or none that a browser shows', () => {
    expect(kinds({ images: [image(WORD), image(WORD)], rtf: fixture('word.rtf') })).toEqual([
      'none',
      'none',
    ])
    const rtf = '{\\rtf1{\\*\\shppict{\\pict\\emfblip 0102}}}'
    expect(kinds({ images: [image(WORD)], rtf })).toEqual(['none'])
  })

  it('is not the picture that Word draws of all that was copied', () => {
    expect(kinds({ files: [png('image.png')], images: [image(WORD)] })).toEqual(['none'])
  })
})

describe('a picture', () => {
  it('that stands in the text is there', () => {
    expect(kinds({ images: [image(DATA)] })).toEqual(['image.png image/png 8'])
    expect(kinds({ images: [image('data:image/png;base64,%%%')] })).toEqual(['none'])
    expect(kinds({ images: [image('data:text/html,<b>x')] })).toEqual(['none'])
  })

  it('that was copied by itself is the file, not its URL', () => {
    const images = [image('https://a.example/pier.jpg?w=3')]
    expect(kinds({ files: [png('image.png')], hasWords: false, images })).toEqual([
      'image.png image/png 1',
    ])
    expect(kinds({ files: [png('image.png')], images })).toEqual(['https://a.example/pier.jpg?w=3'])
  })

  it('that Safari keeps beside the text is the file', () => {
    const images = [image('blob:https://a.example/1'), image('webkit-fake-url://2/image.tiff')]
    expect(kinds({ files: [png('a.png'), png('b.png')], images })).toEqual([
      'a.png image/png 1',
      'b.png image/png 1',
    ])
  })

  it.each([
    [WORD, 'clip_image002.png'],
    ['https://a.example/a%20b.jpg?x=1', 'a b.jpg'],
    ['https://lh7-rt.googleusercontent.com/docsz/AD_4n?key=1', 'image'],
    ['attachment:0f2c:plan.png', 'plan.png'],
    [DATA, 'image'],
    ['https://a.example/%E0%A4%A.png', '%E0%A4%A.png'],
  ])('of %s is called %s', (src, name) => {
    expect(nameOf(src)).toBe(name)
  })
})
