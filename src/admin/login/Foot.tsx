// Below the log-in form on a tenant's domain: whose workspace this is made with.
import type { I18n } from '@payloadcms/translations'
import { headers } from 'next/headers'
import { Wordmark } from '../brand/Wordmark.tsx'
import { translator } from '../translations/translate.ts'
import { hostnameIn, isOwnHost } from '../../http/host.ts'

export const Foot = async ({ i18n }: { i18n: I18n }) =>
  isOwnHost({
    host: hostnameIn((await headers()).get('host')),
    serverUrl: process.env.SERVER_URL ?? '',
  }) ? null : (
    <p className="vitrine-login-foot">
      {translator(i18n)('login:with')} <Wordmark size="s" />
    </p>
  )
