// What every driver promises, as one suite that each of them runs in its own test.
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { AssetRef, ListedAsset, MediaDriver, StoreArgs } from './driver.ts'

export type DriverUnderTest = {
  driver: MediaDriver
  /** To store under; `null` where the driver has but one. */
  account: string | null
  stop: () => Promise<void>
  /** Formats of text that the driver takes as `raw`. Default: `txt`. */
  rawFormat?: string
  /** Whether a file's delivery type can change. Default: yes. */
  canChangeDelivery?: boolean
}

const EIGHT_MB = 8 * 1024 * 1024

/**
 * @example
 * describeDriver('local', async () => ({ driver: localDriver({ folder }), account: null, stop }))
 */
export const describeDriver = (name: string, start: () => Promise<DriverUnderTest>): void => {
  describe(`the driver ${name}`, () => {
    let under: DriverUnderTest
    let scratch: string

    beforeAll(async () => {
      under = await start()
      scratch = await mkdtemp(path.join(tmpdir(), 'driver-'))
    })
    afterAll(async () => {
      await under?.stop()
      await rm(scratch, { force: true, recursive: true })
    })

    const argsOf = (content: string | Uint8Array, more: Partial<StoreArgs> = {}): StoreArgs => {
      const data = typeof content === 'string' ? new TextEncoder().encode(content) : content
      const format = under.rawFormat ?? 'txt'
      return {
        account: under.account,
        publicId: idOf({ format }),
        resourceType: 'raw',
        deliveryType: 'upload',
        format,
        mimeType: 'text/plain',
        source: { data, size: data.byteLength },
        displayName: 'Notes.txt',
        tenant: 'acme',
        folder: 'acme',
        tags: ['tenant:acme'],
        ...more,
      }
    }

    const contentOf = async (
      ref: AssetRef,
      options?: Parameters<MediaDriver['read']>[1],
    ): Promise<string | null> => {
      const file = await under.driver.read(ref, options)
      return file && text(file.body)
    }

    const listed = async (prefix: string): Promise<ListedAsset[]> => {
      const found: ListedAsset[] = []
      for await (const asset of under.driver.list({ account: under.account, prefix })) {
        found.push(asset)
      }
      return found
    }

    it('gives back the bytes that were stored', async () => {
      const asset = await under.driver.store(argsOf('Hello, world'))
      expect(await contentOf(asset)).toBe('Hello, world')
    })

    it('says what it stored', async () => {
      const args = argsOf('four')
      const asset = await under.driver.store(args)
      expect(asset).toMatchObject({
        driver: under.driver.name,
        account: under.account,
        publicId: args.publicId,
        resourceType: 'raw',
        deliveryType: 'upload',
        bytes: 4,
        status: 'ready',
      })
    })

    it('knows the bytes by their MD5', async () => {
      const asset = await under.driver.store(argsOf('identity'))
      expect(asset.etag).toBe(createHash('md5').update('identity').digest('hex'))
    })

    it('gives a version in seconds', async () => {
      const { version } = await under.driver.store(argsOf('when'))
      expect(Number.isInteger(version) && version > 1e9 && version < 1e11).toBe(true)
    })

    it('reads a range, both ends included', async () => {
      const asset = await under.driver.store(argsOf('0123456789'))
      expect(await contentOf(asset, { range: { start: 2, end: 5 } })).toBe('2345')
    })

    it('gives the size of the whole file with a range', async () => {
      const asset = await under.driver.store(argsOf('0123456789'))
      const file = await under.driver.read(asset, { range: { start: 0, end: 0 } })
      file?.body.destroy()
      expect(file?.size).toBe(10)
    })

    it('reads nothing where there is nothing', async () => {
      expect(await under.driver.read(absent(under))).toBeNull()
    })

    it('finds what it stored', async () => {
      const asset = await under.driver.store(argsOf('found'))
      expect(await under.driver.find(asset)).toMatchObject({ bytes: 5, etag: asset.etag })
    })

    it('finds nothing where there is nothing', async () => {
      expect(await under.driver.find(absent(under))).toBeNull()
    })

    it('removes a file', async () => {
      const asset = await under.driver.store(argsOf('away'))
      await under.driver.remove(asset)
      expect(await under.driver.read(asset)).toBeNull()
    })

    it('says that it removed a file', async () => {
      const asset = await under.driver.store(argsOf('away'))
      expect(await under.driver.remove(asset)).toBe('removed')
    })

    it('removes what is not there without complaint', async () => {
      expect(await under.driver.remove(absent(under))).toBe('absent')
    })

    it('stores the same bytes under the same id once', async () => {
      const args = argsOf('twice')
      const first = await under.driver.store(args)
      const second = await under.driver.store(args)
      expect(second).toMatchObject({ publicId: first.publicId, etag: first.etag })
    })

    it('refuses other bytes under the same id', async () => {
      const { publicId } = await under.driver.store(argsOf('mine'))
      await expect(under.driver.store(argsOf('yours', { publicId }))).rejects.toMatchObject({
        code: 'storage_refused',
      })
    })

    it('keeps the first file when it refuses a second', async () => {
      const asset = await under.driver.store(argsOf('mine'))
      const { publicId } = asset
      await under.driver.store(argsOf('yours', { publicId })).catch(() => undefined)
      expect(await contentOf(asset)).toBe('mine')
    })

    it('lists the files of a prefix', async () => {
      const tenant = unique()
      const asset = await under.driver.store(argsOf('listed', { publicId: idOf({ tenant }) }))
      expect(await listed(`test/${tenant}/`)).toEqual([
        expect.objectContaining({ publicId: asset.publicId, bytes: 6, deliveryType: 'upload' }),
      ])
    })

    it('lists no other tenant’s files', async () => {
      const tenant = unique()
      await under.driver.store(argsOf('theirs', { publicId: idOf({ tenant: `${tenant}2` }) }))
      expect(await listed(`test/${tenant}/`)).toEqual([])
    })

    it('lists files that are not public too', async () => {
      const tenant = unique()
      await under.driver.store(
        argsOf('kept', { publicId: idOf({ tenant }), deliveryType: 'authenticated' }),
      )
      expect(await listed(`test/${tenant}/`)).toHaveLength(1)
    })

    it('keeps a file readable through every change of who may fetch it', async () => {
      if (under.canChangeDelivery === false) {
        return expect(under.canChangeDelivery).toBe(false)
      }
      const asset = await under.driver.store(argsOf('moving'))
      const closed = await under.driver.setDeliveryType(asset, 'authenticated')
      const whileClosed = await contentOf(closed)
      const open = await under.driver.setDeliveryType(closed, 'upload')
      expect([closed.deliveryType, whileClosed, open.deliveryType, await contentOf(open)]).toEqual([
        'authenticated',
        'moving',
        'upload',
        'moving',
      ])
    })

    it('changes nothing when a file is already what it should become', async () => {
      const asset = await under.driver.store(argsOf('still'))
      expect(await under.driver.setDeliveryType(asset, 'upload')).toMatchObject({
        publicId: asset.publicId,
        deliveryType: 'upload',
      })
    })

    it('leaves nothing behind when it is stopped', async () => {
      const tenant = unique()
      const args = argsOf('stopped', { publicId: idOf({ tenant }), signal: AbortSignal.abort() })
      await expect(under.driver.store(args)).rejects.toThrow()
      expect(await listed(`test/${tenant}/`)).toEqual([])
    })

    it('stores a large file from disk', async () => {
      const file = path.join(scratch, 'large')
      const data = randomBytes(EIGHT_MB)
      await writeFile(file, data)
      const asset = await under.driver.store(
        argsOf('', { source: { path: file, size: data.length }, mimeType: 'application/zip' }),
      )
      expect(asset).toMatchObject({
        bytes: EIGHT_MB,
        etag: createHash('md5').update(data).digest('hex'),
      })
    })

    it('reads a large file in pieces', async () => {
      const data = randomBytes(EIGHT_MB)
      const asset = await under.driver.store(argsOf(data))
      const hash = createHash('md5')
      let chunks = 0
      for await (const chunk of (await under.driver.read(asset))!.body) {
        hash.update(chunk as Buffer)
        chunks += 1
      }
      expect([hash.digest('hex'), chunks > 1]).toEqual([asset.etag, true])
    })

    it('takes names in any writing', async () => {
      const displayName = 'Übersicht – 概要 “final” (1) 🎞.txt'
      const asset = await under.driver.store(argsOf('named', { displayName }))
      expect(await contentOf(asset)).toBe('named')
    })

    it('takes an empty file', async () => {
      const asset = await under.driver.store(argsOf(''))
      expect(await contentOf(asset)).toBe('')
    })
  })
}

const unique = (): string => `t${randomBytes(6).toString('hex')}`

const idOf = ({
  format = 'txt',
  tenant = 'acme',
}: { tenant?: string; format?: string } = {}): string =>
  `test/${tenant}/files/${randomBytes(16).toString('hex')}/notes.${format}`

const absent = ({ account, driver, rawFormat = 'txt' }: DriverUnderTest): AssetRef => ({
  driver: driver.name,
  account,
  publicId: idOf({ format: rawFormat }),
  resourceType: 'raw',
  deliveryType: 'upload',
  version: 1,
  format: rawFormat,
})
