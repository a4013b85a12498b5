// The first page of the admin. It answers two questions: what waits for me, and what happened
// since I was here. Agencies see the state of their clients as well.
import { Gutter } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { Suspense } from 'react'
import { translator } from '../translations/translate.ts'
import { ClientBoard } from './ClientBoard.tsx'
import { Happened } from './Happened.tsx'
import { FirstStepsCard } from './FirstStepsCard.tsx'
import { Greeting } from './Greeting.tsx'
import { Nowhere } from './Nowhere.tsx'
import { Skeleton } from './Skeleton.tsx'
import { Waiting } from './Waiting.tsx'
import { agenciesRun, loadScope } from './scope.ts'

export const Dashboard = async ({ initPageResult }: AdminViewServerProps) => {
  const { req } = initPageResult
  const t = translator(req.i18n)
  const scope = await loadScope({ req })
  if (scope.tenants.length === 0) {
    return (
      <Gutter className="vitrine-dashboard">
        <Nowhere isOperator={scope.principal.isOperator} t={t} />
      </Gutter>
    )
  }
  const part = { now: new Date(), req, scope, t }
  const agencies = agenciesRun(scope)
  // The key makes React show the skeletons again when another tenant is chosen.
  const key = scope.selected?.id ?? 'all'
  return (
    <Gutter className="vitrine-dashboard">
      <Greeting {...part} />
      {agencies.length > 0 ? (
        <Suspense
          fallback={<Skeleton label={t('common:loading')} rows={4} title={t('clients:title')} />}
          key={`clients-${key}`}
        >
          <ClientBoard {...part} agencies={agencies} />
        </Suspense>
      ) : null}
      {scope.selected ? (
        <Suspense fallback={null} key={`steps-${key}`}>
          <FirstStepsCard {...part} tenant={scope.selected} />
        </Suspense>
      ) : null}
      <div className="vitrine-dashboard__columns">
        <Suspense
          fallback={
            <Skeleton label={t('common:loading')} rows={6} title={t('dashboard:waiting')} />
          }
          key={`waiting-${key}`}
        >
          <Waiting {...part} />
        </Suspense>
        <Suspense
          fallback={<Skeleton label={t('common:loading')} rows={5} title={t('dashboard:since')} />}
          key={`happened-${key}`}
        >
          <Happened {...part} />
        </Suspense>
      </div>
    </Gutter>
  )
}
