import { describe, expect, it } from '@jest/globals'
import { mergeChanges, mergeUploads, type Change } from './happenings.ts'

const change = (over: Partial<Change>): Change => ({
  authorId: 'edda',
  author: 'Edda',
  tenant: 'harbor',
  thumbnail: null,
  href: '/admin/collections/case-studies/1',
  title: 'Harbor Pilot',
  isPublished: false,
  when: '2026-11-23T10:00:00.000Z',
  ...over,
})

describe('mergeChanges', () => {
  it('makes one line of many saves of one author, at the newest time', () => {
    const merged = mergeChanges([
      change({ when: '2026-11-23T10:00:00.000Z', title: 'Pilot' }),
      change({ when: '2026-11-23T12:00:00.000Z', title: 'Harbor Pilot' }),
      change({ when: '2026-11-23T11:00:00.000Z', title: 'Pilots' }),
    ])
    expect(merged).toHaveLength(1)
    expect(merged[0]).toMatchObject({
      when: '2026-11-23T12:00:00.000Z',
      title: 'Harbor Pilot',
      what: 'changed',
    })
  })
  it('says published when one of the saves was', () => {
    const merged = mergeChanges([
      change({ when: '2026-11-23T12:00:00.000Z' }),
      change({ when: '2026-11-23T10:00:00.000Z', isPublished: true }),
    ])
    expect(merged[0]?.what).toBe('published')
  })
  it('keeps authors and documents apart', () => {
    expect(
      mergeChanges([
        change({}),
        change({ authorId: 'nora' }),
        change({ href: '/admin/collections/pages/2' }),
      ]),
    ).toHaveLength(3)
  })
})

describe('mergeUploads', () => {
  it('counts the files of one author in one tenant', () => {
    const { href: _, isPublished: __, title: ___, ...upload } = change({})
    const merged = mergeUploads([
      upload,
      { ...upload, when: '2026-11-23T12:00:00.000Z' },
      { ...upload, tenant: 'kiln' },
    ])
    expect(merged.map((one) => (one.what === 'uploaded' ? one.count : 0))).toEqual([2, 1])
    expect(merged[0]?.when).toBe('2026-11-23T12:00:00.000Z')
  })
})
