// The boxes of a custom role.
import { describe, expect, it } from '@jest/globals'
import { everyPermission, GRANTABLE, permissionsOfRole } from '../../../access/permissions.ts'
import { WITHOUT_EFFECT } from '../../../access/rules.ts'
import { vitrineEn } from '../translations/en.ts'
import { matrixOf, withBoxes } from './matrix.ts'

const boxes = (args: Parameters<typeof matrixOf>[0]) =>
  new Map(
    matrixOf(args).flatMap(({ rows }) =>
      rows.flatMap((row) => row.boxes.map((box) => [box.permission, box] as const)),
    ),
  )

describe('matrixOf', () => {
  it('offers an owner everything that a role can hold and that works, each once', () => {
    const offered = [...boxes({ held: permissionsOfRole('owner'), value: [] }).keys()]
    const works = GRANTABLE.filter((one) => !WITHOUT_EFFECT.includes(one.split('.')[1]!))
    expect(works.length).toBe(GRANTABLE.length - 2)
    expect(offered.sort()).toEqual([...works].sort())
  })

  it('offers nobody what he does not hold, but shows what the role has', () => {
    const offered = boxes({ held: permissionsOfRole('editor'), value: ['leads.purge'] })
    expect(offered.has('case-studies.publish')).toBe(true)
    expect(offered.has('case-studies.purge')).toBe(false)
    expect(offered.get('leads.purge')?.isTicked).toBe(true)
  })

  it('shows what comes along as ticked', () => {
    const all = boxes({ held: everyPermission(), value: ['case-studies.publish'] })
    expect(all.get('case-studies.readInternal')).toMatchObject({ isTicked: true, isImplied: true })
    expect(all.get('case-studies.updateAny')).toMatchObject({ isTicked: true, isImplied: true })
    expect(all.get('case-studies.publish')).toMatchObject({ isTicked: true, isImplied: false })
    expect(all.get('case-studies.purge')).toMatchObject({ isTicked: false, isImplied: false })
  })

  it('has words for every collection and action', () => {
    const wordless = GRANTABLE.flatMap((permission) => permission.split('.')).filter(
      (word, index) => !(word in (index % 2 === 0 ? vitrineEn.collections : vitrineEn.actions)),
    )
    expect(wordless).toEqual([])
  })
})

describe('withBoxes', () => {
  it('ticks what is needed along, and keeps it while it is needed', () => {
    const ticked = withBoxes({ isTicked: true, permissions: ['pages.publish'], value: [] })
    expect(ticked).toEqual(['pages.publish', 'pages.updateAny', 'pages.updateOwn'])
    expect(withBoxes({ isTicked: false, permissions: ['pages.updateAny'], value: ticked })).toEqual(
      ticked,
    )
    expect(
      withBoxes({
        isTicked: false,
        permissions: ['pages.publish', 'pages.updateAny', 'pages.updateOwn'],
        value: ticked,
      }),
    ).toEqual([])
  })

  it('never writes down what every role has anyway', () => {
    expect(withBoxes({ isTicked: true, permissions: ['pages.readInternal'], value: [] })).toEqual(
      [],
    )
  })
})
