// Below the log-in form on a tenant's domain: whose workroom this is made with.
import type { I18n } from '@payloadcms/translations'
import { headers } from 'next/headers'
import { Wordmark } from '../brand/Wordmark.tsx'
import { translator } from '../translations/translate.ts'
import { isOwnHost } from '../../http/host.ts'
import { requestHost } from './requestHost.ts'

export const Foot = async ({ i18n }: { i18n: I18n }) =>
  isOwnHost({
    host: requestHost(await headers()),
    serverUrl: process.env.SERVER_URL ?? '',
  }) ? null : (
    <p className="vitrine-login-foot">
      {translator(i18n)('login:with')} <Wordmark size="s" />
    </p>
  )
