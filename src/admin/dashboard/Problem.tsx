// A part that could not be loaded, and what to do about it.
import type { Translate } from '../translations/types.ts'

export const Problem = ({ t, title }: { t: Translate; title: string }) => (
  <section className="vitrine-part">
    <h2 className="vitrine-part__title">{title}</h2>
    <div className="vitrine-card vitrine-card--quiet" role="alert">
      <p className="vitrine-card__headline">{t('common:problemTitle')}</p>
      <p>{t('common:problemText')}</p>
      <p>
        <a href="/admin">{t('common:tryAgain')}</a>
      </p>
    </div>
  </section>
)
