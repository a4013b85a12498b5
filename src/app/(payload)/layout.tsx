// The admin's root layout. Its server functions are how the admin talks to Payload.
import config from '@payload-config'
import '@payloadcms/next/css'
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts'
import { headers } from 'next/headers'
import type { ServerFunctionClient } from 'payload'
import type { ReactNode } from 'react'
import { settleLanguage } from '../../admin/languages/settleLanguage.ts'
import { guardServerFunction } from '../../serverFunctions/guard.ts'
import { importMap } from './admin/importMap.js'
import './custom.css'

const serverFunction: ServerFunctionClient = async (call) => {
  'use server'
  return guardServerFunction({
    call,
    config,
    headers: await headers(),
    // Named one by one: whatever else a caller sends is not theirs to set.
    run: ({ args, name }) => handleServerFunctions({ args, config, importMap, name }),
  })
}

const Layout = async ({ children }: { children: ReactNode }) => {
  const settled = await settleLanguage()
  return (
    <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>
      {settled?.languages.offered.length === 1 ? <span data-one-language hidden /> : null}
      {children}
    </RootLayout>
  )
}

export default Layout
