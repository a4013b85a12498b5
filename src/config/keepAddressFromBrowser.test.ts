// The browser is not told where else the platform is, and the server still knows.
import { describe, expect, it } from '@jest/globals'
import { createClientConfig, type SanitizedConfig } from 'payload'
import { keepAddressFromBrowser } from './keepAddressFromBrowser.ts'

const configWith = (serverURL: string) =>
  keepAddressFromBrowser({
    collections: [],
    db: { defaultIDType: 'text' },
    globals: [],
    serverURL,
  } as unknown as SanitizedConfig)

/** As Payload makes it for the admin. */
const clientConfigOf = (config: SanitizedConfig) =>
  createClientConfig({ config, i18n: {} as never, importMap: {}, user: true })

describe('keepAddressFromBrowser', () => {
  it('leaves SERVER_URL to the server', () => {
    const config = configWith('https://cms.example.com')
    expect(config.serverURL).toBe('https://cms.example.com')
    expect(clientConfigOf(config).serverURL).toBeUndefined()
    expect(clientConfigOf(config)).toHaveProperty('collections')
  })

  it('leaves everything as it is without one', () => {
    expect(clientConfigOf(configWith('')).serverURL).toBe('')
  })
})
