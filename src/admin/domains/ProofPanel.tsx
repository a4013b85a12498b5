// In the document of a domain: how far it is, which DNS records to create, and a button that looks.
import type { UIFieldServerComponent } from 'payload'
import { can, principalOf } from '../../../access/principal.ts'
import { recordName } from '../../../collections/Domains/dnsRecord.ts'
import { translator } from '../translations/translate.ts'
import { Proof } from './Proof.tsx'

export const ProofPanel: UIFieldServerComponent = async ({ id, i18n, payload, req, user }) => {
  const t = translator(i18n)
  const domain =
    id === undefined
      ? null
      : await payload.findByID({
          collection: 'domains',
          depth: 0,
          disableErrors: true,
          id: String(id),
          overrideAccess: false,
          req,
          user,
        })
  if (!domain) {
    return (
      <div className="field-type vitrine-proof vitrine-card vitrine-card--quiet">
        <p>{t('domains:saveFirst')}</p>
      </div>
    )
  }
  const { serverURL } = payload.config
  return (
    <Proof
      canCheck={can(principalOf(user), 'domains.create', domain.tenant)}
      domain={{
        id: domain.id,
        host: domain.host,
        checkedAt: domain.checkedAt ?? null,
        missingSince: domain.missingSince ?? null,
        status: domain.status,
        verifiedAt: domain.verifiedAt ?? null,
      }}
      // Relative times are the same here and in the browser when both begin at this one.
      now={new Date().toISOString()}
      record={{ name: recordName(domain.host), value: domain.token ?? '' }}
      target={serverURL === '' ? null : new URL(serverURL).hostname}
    />
  )
}
