// What is withdrawn, whenever that is told, reaches nobody who asks afterwards.
import { describe, expect, it } from '@jest/globals'
import { noteTags } from './notes.ts'
import {
  controlled,
  Outage,
  page,
  settle,
  setUp,
  setUpOne,
  stateOf,
  TAGS,
  textOf,
} from './testSupport.ts'

describe('withdraw', () => {
  it('leaves nothing when it returns', async () => {
    const { ask, keep, making, publication } = setUpOne()
    await keep('secret')
    publication.withdraw(TAGS)
    expect(publication.stats()).toMatchObject({ bytes: 0, entries: 0 })
    const asked = ask()
    making.give(1, page('', { status: 404 }))
    expect((await asked).status).toBe(404)
  })

  it('of what is stale: nobody gets the old bytes, and what is being made from before is not kept', async () => {
    const { ask, keep, making, publication } = setUpOne()
    await keep('secret')
    publication.refresh(TAGS)
    await settle()
    publication.withdraw(TAGS)
    const after = stateOf(ask())
    making.give(1, page('secret, too'))
    await settle()
    expect(after.isDone).toBe(false)
    expect(publication.stats().entries).toBe(0)
    making.give(2, page('public'))
    await settle()
    expect(textOf(after.value!)).toBe('public')
    expect(textOf(await ask())).toBe('public')
  })

  it('while it is made has it made again, for those who waited with those who ask now', async () => {
    const { ask, making, publication } = setUpOne()
    const before = ask()
    publication.withdraw(TAGS)
    const after = ask()
    expect(making.begun).toBe(2)
    making.give(0, page('secret'))
    await settle()
    making.give(1, page('public'))
    expect([textOf(await before), textOf(await after)]).toEqual(['public', 'public'])
    expect(making.begun).toBe(2)
  })

  it('each time while it is made: after three repeats it is sent, and not kept', async () => {
    const { ask, making, publication } = setUpOne()
    const asked = stateOf(ask())
    for (let at = 0; at < 4; at += 1) {
      expect(asked.isDone).toBe(false)
      publication.withdraw(TAGS)
      making.give(at, page(`${at}`))
      await settle()
    }
    expect(textOf(asked.value!)).toBe('3')
    expect(making.begun).toBe(4)
    expect(publication.stats().entries).toBe(0)
  })

  it('counts as more than a refresh that came after it', async () => {
    const { ask, making, publication } = setUpOne()
    const asked = stateOf(ask())
    publication.withdraw(TAGS)
    publication.refresh(TAGS)
    making.give(0, page('secret'))
    await settle()
    expect(asked.isDone).toBe(false)
    making.give(1, page('public'))
    await settle()
    expect(textOf(asked.value!)).toBe('public')
  })

  it('of something else leaves what is being made to be kept; yet who asks now joins nothing from before', async () => {
    const { ask, making, publication } = setUpOne()
    const before = ask()
    publication.withdraw(['other'])
    const after = ask()
    expect(making.begun).toBe(2)
    making.give(0, page('first'))
    expect(textOf(await before)).toBe('first')
    making.give(1, page('second'))
    expect(textOf(await after)).toBe('second')
    expect(textOf(await ask())).toBe('second')
  })

  it('sees a tag that is noted only after it was told', async () => {
    const { publication } = setUp()
    const gate = controlled<null>()
    let count = 0
    const make = async () => {
      const body = `${(count += 1)}`
      await gate.make()
      noteTags(['late'])
      return page(body)
    }
    const before = publication.answer({ key: 'a', make })
    publication.withdraw(['late'])
    gate.give(0, null)
    await settle()
    gate.give(1, null)
    expect(textOf(await before)).toBe('2')
  })

  it('holds for the older answer of an outage, too', async () => {
    const { ask, keep, making, publication } = setUpOne()
    await keep('secret')
    publication.distrust()
    const asked = ask()
    publication.withdraw(TAGS)
    making.fail(1, new Outage())
    await expect(asked).rejects.toThrow(Outage)
  })
})
