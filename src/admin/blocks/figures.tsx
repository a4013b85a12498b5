'use client'
// The preview of outcomes: the figures as a reader will compare them.
import type { MetricBlock } from '../../../payload-types.ts'
import { useVitrine } from '../translations/useVitrine.ts'
import { Shell } from './Shell.tsx'
import { figureOf } from './figure.ts'
import { useBlockData } from './useBlockData.ts'

export const MetricPreview = () => {
  const { language, t } = useVitrine()
  const { items = [] } = useBlockData<MetricBlock>()
  const [first] = items
  const summary = first
    ? [figureOf({ ...first, language }), first.label].filter(Boolean).join(' ')
    : ''
  return (
    <Shell
      kind={t('kinds:metric')}
      summary={items.length > 1 ? t('blocks:outcomes', { count: items.length }) : summary}
    >
      {items.length > 0 ? (
        <div className="vitrine-block__figures">
          {items.map(({ after, before, id, label, source, unit, value }, index) => (
            <div key={id ?? index}>
              <p className="vitrine-block__figure">{figureOf({ value, unit, language })}</p>
              <p>{label}</p>
              <p className="vitrine-block__quiet">
                {[
                  [before, after]
                    .map((one) => figureOf({ value: one, unit, language }))
                    .filter(Boolean)
                    .join(' → '),
                  source,
                ]
                  .filter(Boolean)
                  .join(', ')}
              </p>
            </div>
          ))}
        </div>
      ) : undefined}
    </Shell>
  )
}
