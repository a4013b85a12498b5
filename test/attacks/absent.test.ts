// What Vitrine does not have cannot be attacked: plugins with a history, and versions below those
// that closed a hole.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTarget, type Target } from '../support/attacks.ts'

let target: Target

type Manifest = { dependencies?: Record<string, string>; devDependencies?: Record<string, string> }
type Lock = { packages: Record<string, { version?: string }> }

const root = process.cwd()
const readJson = <T>(file: string): T =>
  JSON.parse(readFileSync(path.join(root, file), 'utf8')) as T
const manifest = readJson<Manifest>('package.json')
const lock = readJson<Lock>('package-lock.json')

beforeAll(async () => {
  target = await startTarget()
})

afterAll(async () => {
  await target?.stop()
})

/** Neither asked for by us, nor brought along by something else. */
const expectAbsent = (name: string): void => {
  const asked = { ...manifest.dependencies, ...manifest.devDependencies }
  expect(Object.keys(asked)).not.toContain(name)
  const installed = Object.keys(lock.packages).filter((at) => at.endsWith(`node_modules/${name}`))
  expect(installed).toEqual([])
}

const expectNoEndpoint = async (requests: [string, string][]): Promise<void> => {
  for (const as of [undefined, 'operator@test.test']) {
    for (const [method, at] of requests) {
      const { status } = await target.api.call({
        as,
        method,
        path: at,
        ...(method === 'GET' ? {} : { body: {} }),
      })
      expect({ as, method, at, status }).toEqual({ as, method, at, status: 404 })
    }
  }
}

const versionsOf = (name: string): string[] =>
  Object.entries(lock.packages)
    .filter(([at]) => at === `node_modules/${name}` || at.endsWith(`/node_modules/${name}`))
    .flatMap(([, { version }]) => (version ? [version] : []))

const isAtLeast = (version: string, floor: string): boolean => {
  const [have, need] = [version, floor].map((text) => text.split(/[.-]/).slice(0, 3).map(Number))
  for (let at = 0; at < 3; at += 1) {
    if (have![at] !== need![at]) {
      return have![at]! > need![at]!
    }
  }
  return true
}

describe('plugins that are not installed', () => {
  it('CVE-2026-105857 (GHSA-r488-j9vj-wx3q): no form builder, and no form to submit', async () => {
    expectAbsent('@payloadcms/plugin-form-builder')
    await expectNoEndpoint([
      ['POST', '/api/form-submissions'],
      ['GET', '/api/forms'],
    ])
  })

  it('CVE-2026-105844 (GHSA-qf28-8hc6-vwrp): no import-export plugin, and nothing to import through', async () => {
    expectAbsent('@payloadcms/plugin-import-export')
    await expectNoEndpoint([
      ['POST', '/api/imports'],
      ['POST', '/api/exports'],
      ['POST', '/api/exports/download'],
      ['POST', '/api/imports/preview-data'],
    ])
  })

  it('CVE-2026-105867 (GHSA-7vg8-29qx-jgj8): no S3 client uploads', async () => {
    expectAbsent('@payloadcms/storage-s3')
    // Installed for the tests that show its holes, and in no running configuration.
    for (const name of ['@payloadcms/plugin-cloud-storage', '@payloadcms/storage-uploadthing']) {
      expect(Object.keys(manifest.dependencies ?? {})).not.toContain(name)
    }
    const uploads = target.payload.config.collections.filter(({ upload }) => upload)
    expect(uploads.map(({ upload }) => (upload as { adapter?: string }).adapter)).toEqual([
      'media',
      'media',
    ])
    await expectNoEndpoint([
      ['POST', '/api/storage-s3-generate-signed-url'],
      ['POST', '/api/vercel-blob-client-upload-route'],
      ['POST', '/api/storage-uploadthing-client-upload-route'],
    ])
  })

  it('CVE-2026-105848: no Stripe proxy', async () => {
    expectAbsent('@payloadcms/plugin-stripe')
    await expectNoEndpoint([
      ['POST', '/api/stripe/rest'],
      ['POST', '/api/stripe/webhooks'],
    ])
  })

  it('CVE-2026-105850: no shop, and no order to confirm twice', async () => {
    expectAbsent('@payloadcms/plugin-ecommerce')
    await expectNoEndpoint([
      ['POST', '/api/payments/stripe/confirm-order'],
      ['GET', '/api/orders'],
    ])
  })

  it('CVE-2026-39397: no puck', async () => {
    expectAbsent('payload-puck')
    expectAbsent('@delmaredigital/payload-puck')
    await expectNoEndpoint([['GET', '/api/puck/pages']])
  })

  it('GHSA-4qpv-39hg-f7fx: no alt-text plugin', async () => {
    expectAbsent('@jhb.software/payload-alt-text-plugin')
    await expectNoEndpoint([['POST', '/api/alt-text-plugin/generate']])
  })

  it('GHSA-h5x8-xp6m-x6q4: no other plugin of that house', async () => {
    const theirs = Object.keys(lock.packages).filter((at) => at.includes('/@jhb.software/'))
    expect(theirs).toEqual([])
    await expectNoEndpoint([['POST', '/api/content-translator/translate']])
  })

  it('no query presets and no folders, whose rights know no tenants', async () => {
    await expectNoEndpoint([
      ['GET', '/api/payload-query-presets'],
      ['GET', '/api/payload-folders'],
    ])
  })
})

describe('versions', () => {
  it('Payload and all of its packages are at or above 3.90.0, and all the same', () => {
    // UploadThing's adapter is published up to 3.84.1; no running configuration has it.
    const found = Object.entries(lock.packages).flatMap(([at, { version }]) =>
      /(^|\/)node_modules\/(payload|@payloadcms\/(?!storage-uploadthing)[^/]+)$/.test(at) && version
        ? [version]
        : [],
    )
    expect(found.length).toBeGreaterThan(5)
    expect(new Set(found).size).toBe(1)
    expect(found.every((version) => isAtLeast(version, '3.90.0'))).toBe(true)
  })

  it('drizzle-orm is at or above 0.45.2 (af1a932), in one copy', () => {
    const versions = versionsOf('drizzle-orm')
    expect(versions).toHaveLength(1)
    expect(isAtLeast(versions[0]!, '0.45.2')).toBe(true)
  })

  it('Next is at or above 16.3.3, and so past CVE-2025-55182 and the batch of 16.2.11', () => {
    const versions = versionsOf('next')
    expect(versions).toHaveLength(1)
    expect(isAtLeast(versions[0]!, '16.3.3')).toBe(true)
  })
})
