// An agency's clients at a glance: what is online, what is being written, who waits for an answer.
import { Button } from '@payloadcms/ui'
import { EnterTenant } from './EnterTenant.tsx'
import { Problem } from './Problem.tsx'
import { When } from './When.tsx'
import { loadPart, type PartProps } from './part.ts'
import { findClients, type ClientState } from './queries/findClients.ts'
import type { TenantSummary } from './scope.ts'

export const ClientBoard = async ({
  agencies,
  now,
  req,
  scope,
  t,
}: PartProps & { agencies: TenantSummary[] }) => {
  const ids = new Set(agencies.map(({ id }) => id))
  const clients = scope.tenants.filter(
    ({ agency, id }) => (agency !== null && ids.has(agency)) || ids.has(id),
  )
  const title = t('clients:title')
  const loaded = await loadPart({ load: () => findClients({ clients, req }), name: 'clients', req })
  if (!loaded) {
    return <Problem t={t} title={title} />
  }
  const states = inOrder({ agencies, states: loaded.data })
  const language = req.i18n.language
  return (
    <section aria-labelledby="vitrine-clients" className="vitrine-part">
      <div className="vitrine-part__head">
        <h2 className="vitrine-part__title" id="vitrine-clients">
          {title} <span className="vitrine-count">{states.length}</span>
        </h2>
        <Button
          buttonStyle="secondary"
          el="link"
          margin={false}
          size="small"
          to="/admin/collections/tenants/create"
        >
          {t('clients:open')}
        </Button>
      </div>
      <ul className="vitrine-clients">
        {states.map((state) => (
          <li className="vitrine-card vitrine-client" data-kind={state.kind} key={state.id}>
            <Client language={language} now={now} state={state} t={t} />
          </li>
        ))}
      </ul>
      {states.every(({ kind }) => kind === 'agency') ? (
        <div className="vitrine-card vitrine-card--quiet">
          <p className="vitrine-card__headline">{t('clients:empty')}</p>
          <p>{t('clients:emptyText')}</p>
        </div>
      ) : null}
    </section>
  )
}

/** Each agency before its clients. */
const inOrder = ({
  agencies,
  states,
}: {
  agencies: TenantSummary[]
  states: ClientState[]
}): ClientState[] =>
  agencies.flatMap(({ id }) => [
    ...states.filter((state) => state.id === id),
    ...states.filter(({ agency }) => agency === id),
  ])

type ClientProps = { language: string; now: Date; state: ClientState; t: PartProps['t'] }

const Client = ({ language, now, state, t }: ClientProps) => (
  <>
    <div className="vitrine-client__name">
      <EnterTenant id={state.id} label={t('clients:enterLabel', { name: state.name })}>
        {state.name}
      </EnterTenant>
      {state.kind === 'agency' ? (
        <span className="vitrine-pill">{t('clients:agencyItself')}</span>
      ) : null}
      {state.status === 'active' ? null : (
        <span
          className="vitrine-pill"
          data-tone={state.status === 'prospect' ? 'accent' : 'warning'}
        >
          {t(`clients:${state.status}`)}
        </span>
      )}
    </div>
    <p className="vitrine-client__work">
      <span>{t('clients:published', { count: state.published })}</span>
      <span>{t('clients:drafts', { count: state.drafts })}</span>
    </p>
    <p className="vitrine-client__leads" data-any={state.newLeads > 0}>
      {state.newLeads > 0 ? t('clients:messages', { count: state.newLeads }) : null}
    </p>
    <p className="vitrine-client__when">
      {state.lastActivity ? (
        <When date={state.lastActivity} language={language} now={now} />
      ) : (
        t('clients:never')
      )}
    </p>
    <p className="vitrine-client__site">
      {state.status === 'active' ? (
        <a
          aria-label={t('clients:siteLabel', { name: state.name })}
          href={`/${state.slug}`}
          rel="noreferrer"
          target="_blank"
        >
          {t('clients:site')} ↗
        </a>
      ) : null}
    </p>
  </>
)
