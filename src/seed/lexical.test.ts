// Rich text by hand: inline markup becomes the nodes that the editor itself would save.
import { describe, expect, it } from '@jest/globals'
import { buildBody, gallery, p, t, type BodyContext } from './content/body.ts'
import { block, inline } from './lexical.ts'

const resolve = (target: string) => ({ url: target })
const createId = () => 'id'
const nodes = (source: string) => inline({ source, resolve, createId })

describe('inline', () => {
  it('marks strong and emphasised words', () => {
    expect(nodes('One **two** _three_.').map(({ text, format }) => [text, format])).toEqual([
      ['One ', 0],
      ['two', 1],
      [' ', 0],
      ['three', 2],
      ['.', 0],
    ])
  })

  it('leaves underscores inside words alone', () => {
    expect(nodes('last_words of a_file')).toHaveLength(1)
  })

  it('makes a link of a label and its target', () => {
    expect(nodes('[here](https://a.test)')[0]).toMatchObject({
      type: 'link',
      fields: { linkType: 'custom', url: 'https://a.test' },
    })
  })
})

describe('a body', () => {
  const context = (language: 'en' | 'de'): BodyContext => ({
    language,
    references: {
      media: (key) => `media-${key}`,
      document: String,
      testimonial: String,
      study: String,
      page: String,
      createId,
    },
  })

  it('leaves out what has not been translated', () => {
    const body = [p('One', 'Eins'), p('Two')]
    expect(buildBody(body, context('en'))?.root.children).toHaveLength(2)
    expect(buildBody(body, context('de'))?.root.children).toHaveLength(1)
  })

  it('is left to the fallback when nothing has been translated', () => {
    expect(buildBody([p('One')], context('de'))).toBeUndefined()
  })

  it('carries the ids of the pictures in its blocks', () => {
    const [node] =
      buildBody([gallery('grid', ['a', t('A', 'A')], ['b'])], context('en'))?.root.children ?? []
    expect(node).toMatchObject({
      type: 'block',
      version: 2,
      fields: { blockType: 'gallery', images: [{ image: 'media-a' }, { image: 'media-b' }] },
    })
  })
})

describe('block', () => {
  it('has the shape of Payload’s block node', () => {
    expect(block({ id: 'x', blockType: 'metric', fields: { items: [] } })).toEqual({
      type: 'block',
      version: 2,
      format: '',
      fields: { id: 'x', blockName: '', blockType: 'metric', items: [] },
    })
  })
})
