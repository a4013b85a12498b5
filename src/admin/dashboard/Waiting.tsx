// What waits for the user, most personal first: his own drafts, what he could publish, messages,
// what goes online by itself, and what is missing.
import { isAtLeast, type Role } from '../../../access/roles.ts'
import { Problem } from './Problem.tsx'
import { QueueList } from './QueueList.tsx'
import { loadPart, type PartProps } from './part.ts'
import { loadQueues } from './queues.ts'

export const Waiting = async ({ now, req, scope, t }: PartProps) => {
  const title = t('dashboard:waiting')
  const loaded = await loadPart({
    load: () => loadQueues({ now, req, scope, t }),
    name: 'waiting',
    req,
  })
  if (!loaded) {
    return <Problem t={t} title={title} />
  }
  const queues = loaded.data.filter(({ rows }) => rows.length > 0)
  const tenantNames = scope.selected
    ? undefined
    : new Map(scope.tenants.map(({ id, name }) => [id, name]))
  const writes =
    scope.principal.isOperator ||
    [...scope.principal.reach.values()].some(({ role }) => role !== 'custom' && canWrite(role))
  return (
    <section aria-labelledby="vitrine-waiting" className="vitrine-part">
      <h2 className="vitrine-part__title" id="vitrine-waiting">
        {title}
      </h2>
      {queues.length === 0 ? (
        <div className="vitrine-card vitrine-card--quiet">
          <p className="vitrine-card__headline">{t('dashboard:nothingWaits')}</p>
          <p>{writes ? t('dashboard:nothingWaitsText') : t('dashboard:nothingWaitsReader')}</p>
        </div>
      ) : (
        <div className="vitrine-queues">
          {queues.map((queue) => (
            <QueueList
              {...queue}
              key={queue.title}
              language={req.i18n.language}
              now={now}
              t={t}
              tenantNames={tenantNames}
            />
          ))}
        </div>
      )}
    </section>
  )
}

const canWrite = (role: Role): boolean => isAtLeast(role, 'contributor')
