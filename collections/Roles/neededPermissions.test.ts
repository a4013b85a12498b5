// What the boxes of a custom role bring along.
import { describe, expect, it } from '@jest/globals'
import { withNeeded } from './neededPermissions.ts'

describe('withNeeded', () => {
  it('lets whoever publishes change, and whoever changes everything change his own', () => {
    expect(withNeeded(['case-studies.publish'])).toEqual([
      'case-studies.publish',
      'case-studies.updateAny',
      'case-studies.updateOwn',
    ])
  })

  it('lets whoever creates write what he made, where that is a right of its own', () => {
    expect(withNeeded(['people.create'])).toEqual(['people.create', 'people.updateOwn'])
    expect(withNeeded(['redirects.create'])).toEqual(['redirects.create'])
  })

  it('lets whoever changes something read it', () => {
    expect(withNeeded(['leads.updateAny'])).toEqual(['leads.readInternal', 'leads.updateAny'])
    expect(withNeeded(['pages.purge'])).toEqual(['pages.purge'])
  })

  it('adds nothing to what stands for itself', () => {
    expect(withNeeded(['leads.readInternal', 'leads.readInternal'])).toEqual(['leads.readInternal'])
    expect(withNeeded([])).toEqual([])
  })
})
