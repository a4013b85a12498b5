// What is made of DNS's answers, from a real name server on loopback.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { startNameServer, type NameServer } from '../../test/support/dns.ts'
import { dnsServers, lookUpTxt, setResolver } from './resolver.ts'

let dns: NameServer

beforeAll(async () => {
  dns = await startNameServer()
  process.env.DNS_SERVERS = dns.address
})

afterEach(() => setResolver())

afterAll(async () => {
  delete process.env.DNS_SERVERS
  await dns.stop()
})

describe('lookUpTxt', () => {
  it('finds every record, one longer than 255 bytes in one piece', async () => {
    const long = 'x'.repeat(300)
    dns.setTxt('_vitrine.work.example.com', ['vitrine-verify=1', long])
    expect(await lookUpTxt('_vitrine.work.example.com')).toEqual({
      kind: 'records',
      values: ['vitrine-verify=1', long],
    })
  })

  it('tells no name and no record from no answer', async () => {
    dns.setTxt('_vitrine.empty.example.com', [])
    const nothing = { kind: 'records', values: [] }
    expect(await lookUpTxt('_vitrine.empty.example.com')).toEqual(nothing)
    expect(await lookUpTxt('_vitrine.nowhere.example.com')).toEqual(nothing)
    for (const code of ['ETIMEOUT', 'ESERVFAIL', 'ECONNREFUSED', 'EREFUSED']) {
      setResolver(() => Promise.reject(Object.assign(new Error(code), { code })))
      expect(await lookUpTxt('_vitrine.work.example.com')).toEqual({ kind: 'unavailable' })
    }
  })
})

describe('dnsServers', () => {
  it('reads addresses and their ports', () => {
    expect(dnsServers(' 1.1.1.1, [2606:4700::1111]:53 ,')).toEqual([
      '1.1.1.1',
      '[2606:4700::1111]:53',
    ])
    expect(dnsServers(undefined)).toEqual([])
  })
})
