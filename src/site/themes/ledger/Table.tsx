/** The index as a well-set table: one study to a row, its first outcome at the end. */
import { Cover } from '../../components/Cover.tsx'
import { Lock } from '../../components/icons.tsx'
import { Change, Figure } from '../../components/Outcome.tsx'
import { TitleLink } from '../../components/pieces.tsx'
import type { CardView, SiteView } from '../../model.ts'

export const Table = ({
  cards,
  site,
  caption,
}: {
  cards: CardView[]
  site: SiteView
  caption: string
}) => {
  const { strings } = site
  return (
    <table className="index">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="is-year">
            {strings.year}
          </th>
          <th scope="col" className="is-project">
            {strings.project}
          </th>
          <th scope="col" className="is-client">
            {strings.client}
          </th>
          <th scope="col" className="is-service">
            {strings.service}
          </th>
          <th scope="col" className="is-outcome">
            {strings.outcome}
          </th>
        </tr>
      </thead>
      <tbody>
        {cards.map((card) => (
          <Row key={card.id} card={card} site={site} />
        ))}
      </tbody>
    </table>
  )
}

const Row = ({ card, site }: { card: CardView; site: SiteView }) => (
  <tr>
    <td className="is-year">{card.year}</td>
    <th scope="row" className="is-project">
      <TitleLink card={card} />
      {card.isProtected && (
        <span className="row-lock">
          <Lock /> {site.strings.protected}
        </span>
      )}
      <span className="row-cover" aria-hidden="true">
        <Cover
          image={card.cover}
          palette={card.palette}
          seed={card.slug}
          preset="card"
          sizes="216px"
          isDecorative
        />
      </span>
    </th>
    <td className="is-client">{card.client}</td>
    <td className="is-service">{card.services.map((term) => term.label).join(', ')}</td>
    <td className="is-outcome">
      {card.outcome && (
        <>
          <Figure outcome={card.outcome} />
          <span className="row-label">{card.outcome.label}</span>
          <Change outcome={card.outcome} strings={site.strings} />
        </>
      )}
    </td>
  </tr>
)
