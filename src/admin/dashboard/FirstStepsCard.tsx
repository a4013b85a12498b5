// The way from an empty tenant to a site that can be shown.
import { Link } from '@payloadcms/ui'
import { canInTenant } from '../../../access/compile.ts'
import { hasRoleIn } from '../../../access/principal.ts'
import { loadPart, type PartProps } from './part.ts'
import { findFirstSteps } from './queries/findFirstSteps.ts'
import type { TenantSummary } from './scope.ts'

export const FirstStepsCard = async ({
  req,
  scope,
  t,
  tenant,
}: PartProps & { tenant: TenantSummary }) => {
  const { principal } = scope
  if (
    !canInTenant({ principal, collection: 'case-studies', action: 'create', tenant: tenant.id })
  ) {
    return null
  }
  const loaded = await loadPart({
    load: () => findFirstSteps({ req, tenant: tenant.id }),
    name: 'steps',
    req,
  })
  // Without an answer nothing is claimed: the rest of the page works without it.
  const steps = loaded?.data
  if (!steps) {
    return null
  }
  const isAdmin = hasRoleIn(principal, tenant.id, 'admin')
  const list = [
    ...(isAdmin
      ? [
          {
            key: 'settings',
            isDone: steps.hasSettings,
            href: `/admin/collections/site-settings${steps.settingsId ? `/${steps.settingsId}` : ''}`,
          } as const,
        ]
      : []),
    { key: 'upload', isDone: steps.hasPictures, href: '/admin/collections/media/create' } as const,
    { key: 'study', isDone: false, href: '/admin/collections/case-studies/create' } as const,
    ...(isAdmin
      ? [
          {
            key: 'people',
            isDone: steps.hasPeople,
            href: '/admin/collections/invitations/create',
          } as const,
        ]
      : []),
  ]
  return (
    <section aria-labelledby="vitrine-steps" className="vitrine-part vitrine-steps">
      <h2 className="vitrine-part__title" id="vitrine-steps">
        {t('steps:title')}
      </h2>
      <ol className="vitrine-steps__list">
        {list.map(({ href, isDone, key }, index) => (
          <li key={key}>
            <Link
              className="vitrine-card vitrine-steps__step"
              data-done={isDone}
              href={href}
              prefetch={false}
            >
              <span aria-hidden className="vitrine-steps__number">
                {isDone ? '✓' : index + 1}
              </span>
              <span>
                <span className="vitrine-card__headline">
                  {t(`steps:${key}`)}
                  {isDone ? <span className="sr-only"> ({t('steps:done')})</span> : null}
                </span>
                <span className="vitrine-steps__text">{t(`steps:${key}Text`)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  )
}
