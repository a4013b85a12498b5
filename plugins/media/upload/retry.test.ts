import { describe, expect, it } from '@jest/globals'
import { uploadProblem } from './problem.ts'
import { pauseAfter, retry } from './retry.ts'

const passing = () => uploadProblem({ code: 'upload_offline', isPassing: true })

describe('pauseAfter', () => {
  it('doubles', () => {
    expect([1, 2, 3].map((attempt) => pauseAfter({ attempt, random: 1 }))).toEqual([
      500, 1000, 2000,
    ])
  })

  it('is never less than half of that', () => {
    expect(pauseAfter({ attempt: 3, random: 0 })).toBe(1000)
  })

  it('waits as long as the server asks', () => {
    expect(pauseAfter({ attempt: 1, random: 0, retryAfter: 20_000 })).toBe(20_000)
  })

  it('waits a minute at most, whatever the server asks', () => {
    expect(pauseAfter({ attempt: 1, random: 0, retryAfter: 3_600_000 })).toBe(60_000)
  })
})

describe('retry', () => {
  it('does not repeat what is no passing trouble', async () => {
    let tries = 0
    const work = async () => {
      tries += 1
      throw uploadProblem({ code: 'file_damaged' })
    }
    await expect(retry(work, { sleep: async () => undefined })).rejects.toBeInstanceOf(Error)
    expect(tries).toBe(1)
  })

  it('stops in a pause when it is cancelled', async () => {
    const controller = new AbortController()
    const work = () => {
      setTimeout(() => controller.abort())
      return Promise.reject(passing())
    }
    await expect(retry(work, { signal: controller.signal })).rejects.toMatchObject({
      code: 'upload_cancelled',
    })
  })
})
