// What the browser gets instead of `payload/shared`: all of it, with the one validator of emails.
import { describe, expect, it } from '@jest/globals'
import * as original from 'payload/shared'
import { validateEmail } from '../../../collections/shared/email.ts'
import * as shared from './payloadShared.ts'

describe('payload/shared in browsers', () => {
  it('has everything that Payload’s forms import, and asks our validator', () => {
    expect(Object.keys(shared).sort()).toEqual(Object.keys(original).sort())
    expect(shared.email).toBe(validateEmail)
  })
})
