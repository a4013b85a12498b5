/** Front matter in its three languages, and broken. */
import { describe, expect, it } from '@jest/globals'

import { splitFrontMatter } from './front-matter.ts'

describe('splitFrontMatter', () => {
  it('reads YAML, TOML and JSON', () => {
    expect(splitFrontMatter('---\ntitle: A\ntags: [x, y]\n---\nBody')).toMatchObject({
      body: '\nBody',
      fields: { tags: ['x', 'y'], title: 'A' },
    })
    expect(splitFrontMatter('+++\ntitle = "B"\n[params]\nclient = "C"\n+++\nBody').fields).toEqual({
      client: 'C',
      title: 'B',
    })
    expect(splitFrontMatter('{\n"title": "D {x}"\n}\nBody')).toMatchObject({
      body: '\nBody',
      fields: { title: 'D {x}' },
    })
  })

  it('reads quoted text that goes on at the margin without a remark', () => {
    const { fields, remarks } = splitFrontMatter(
      '---\nexcerpt: "One line\nand another."\ntitle: A\n---\n',
    )
    expect(fields).toEqual({ excerpt: 'One line and another.', title: 'A' })
    expect(remarks).toEqual([])
  })

  it('saves what it can of invalid YAML and reports it', () => {
    const { fields, remarks } = splitFrontMatter(
      '---\ntitle: Broken: not lost\nclient: [open\nyear: 2019\ntags:\n- a\n- b\n---\nText',
    )
    expect(fields).toMatchObject({ tags: ['a', 'b'], title: 'Broken: not lost' })
    expect(remarks.map(({ code }) => code)).toEqual(['BAD_FRONT_MATTER'])
  })

  it('takes a file without an end mark for a body', () => {
    expect(splitFrontMatter('---\nJust a rule above text')).toMatchObject({
      body: '---\nJust a rule above text',
      hasFrontMatter: false,
    })
  })

  it('does not follow a bomb of aliases', () => {
    const bomb = `---\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
      .split('')
      .map(
        (name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`,
      )
      .join('\n')}\ntitle: T\n---\nBody`
    expect(splitFrontMatter(bomb).fields['title']).toBe('T')
  })
})
