// Above the log-in form: Vitrine's wordmark, or the tenant's own on the tenant's domain.
import type { I18n } from '@payloadcms/translations'
import { headers } from 'next/headers'
import type { Payload } from 'payload'
import { Wordmark } from '../brand/Wordmark.tsx'
import { hostnameIn } from '../../http/host.ts'
import { translator } from '../translations/translate.ts'
import { findBrand, type Brand } from './findBrand.ts'

export const Logo = async ({ i18n, payload }: { i18n: I18n; payload: Payload }) => {
  const brand = await brandOrNone({ payload })
  if (!brand) {
    return <Wordmark />
  }
  const t = translator(i18n)
  const { dark, light, onDark, onLight } = brand.colour
  return (
    <div className="vitrine-login-brand">
      {/* Hex colours of our own making: nothing here comes from a request. */}
      <style>{`html[data-theme='light']{--vitrine-accent:${light};--vitrine-accent-hover:${light};--vitrine-on-accent:${onLight}}html[data-theme='dark']{--vitrine-accent:${dark};--vitrine-accent-hover:${dark};--vitrine-on-accent:${onDark}}`}</style>
      {brand.logo ? (
        <img alt={brand.name} className="vitrine-login-brand__logo" src={brand.logo.url} />
      ) : (
        <h1 className="vitrine-login-brand__name">{brand.name}</h1>
      )}
      <p className="vitrine-login-brand__text">{t('login:toTenant')}</p>
    </div>
  )
}

/** Nobody is kept from signing in because a brand could not be read. */
const brandOrNone = async ({ payload }: { payload: Payload }): Promise<Brand | null> => {
  try {
    return await findBrand({ host: hostnameIn((await headers()).get('host')), payload })
  } catch (err) {
    payload.logger.error({ msg: 'The brand of the log-in page could not be read.', err })
    return null
  }
}
