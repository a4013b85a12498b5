// A worker loads packages once and as Node does, in its only realm: see runtime.cjs.
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { constants, runInThisContext } from 'node:vm'
import { expect, it } from '@jest/globals'
import * as payload from 'payload'

it('runs in the only realm of the process', () => {
  expect(runInThisContext('Error')).toBe(Error)
  expect(runInThisContext('globalThis')).toBe(globalThis)
})

it('loads packages as Node does', async () => {
  const importAsNode = runInThisContext('(file) => import(file)', {
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  }) as (file: string) => Promise<typeof payload>
  const file = createRequire(import.meta.url).resolve('payload')
  const { getPayload } = await importAsNode(pathToFileURL(file).href)
  expect(payload.getPayload).toBe(getPayload)
})
