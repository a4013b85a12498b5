/** Outcomes as heroes: the figure large, the change drawn to scale, when and from where below. */
import { Bars, Figure } from '../../components/Outcome.tsx'
import type { OutcomeView } from '../../model.ts'
import type { Strings } from '../../strings/index.ts'

export const Heroes = ({
  items,
  strings,
}: {
  items: { outcome: OutcomeView; link?: { href: string; label: string } }[]
  strings: Strings
}) => (
  <ul className="heroes grid" data-count={Math.min(4, items.length)}>
    {items.map(({ outcome, link }, index) => (
      <li key={index} className="hero">
        <p className="hero-label">{outcome.label}</p>
        <p className="hero-figure">
          <Figure outcome={outcome} />
        </p>
        <div className="hero-detail">
          <Bars outcome={outcome} strings={strings} />
          {outcome.timeframe && <p className="hero-note">{outcome.timeframe}</p>}
          {outcome.source && (
            <p className="hero-note is-source">
              {strings.source}: {outcome.source}
            </p>
          )}
          {link && (
            <p className="hero-note">
              <a href={link.href}>{link.label}</a>
            </p>
          )}
        </div>
      </li>
    ))}
  </ul>
)
