import { describe, expect, it } from '@jest/globals'
import config from '../../../payload.config.ts'
import { shown } from '../../../test/support/emptyForms.ts'
import type { Translate } from '../translations/types.ts'
import { newTitle } from './newTitle.ts'

const t: Translate = (key) => key

describe('what is not stored yet', () => {
  it('is called what it is going to be, in every collection that has forms', async () => {
    // Nobody makes a message in the admin: visitors write them.
    const made = shown(await config).filter(({ slug }) => slug !== 'leads')
    const titles = made.map(({ slug }) => newTitle({ collection: slug, t }))
    expect(titles).toEqual(made.map(({ slug }) => `newTitles:${slug}`))
  })

  it('is untitled elsewhere', () => {
    expect(newTitle({ collection: 'leads', t })).toBe('common:untitled')
    expect(newTitle({ collection: 'toString', t })).toBe('common:untitled')
  })
})
