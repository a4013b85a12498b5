// MAIL_FROM.
import { describe, expect, it } from '@jest/globals'
import { senderOf } from './mailFrom.ts'

describe('senderOf', () => {
  it('reads a name with an address, and an address alone', () => {
    expect(senderOf('Northlight <cms@northlight.test>')).toEqual({
      address: 'cms@northlight.test',
      name: 'Northlight',
    })
    expect(senderOf('cms@northlight.test')).toEqual({
      address: 'cms@northlight.test',
      name: 'Vitrine',
    })
  })

  it('takes nothing that is not one address', () => {
    for (const value of ['', 'Northlight', 'a@b.test, c@d.test', '<>', 'Name <a b@c.test>']) {
      expect([value, senderOf(value)]).toEqual([value, null])
    }
  })
})
