/** Chooses the component of a block. */
import type { BlockNode } from '../../model.ts'
import { fill, type Strings } from '../../strings/index.ts'
import { Arrow } from '../icons.tsx'
import { MediaFigure } from '../MediaFigure.tsx'
import { Bars, Change, Figure } from '../Outcome.tsx'
import { BeforeAfter } from './BeforeAfter.tsx'
import { Code } from './Code.tsx'
import { Embed } from './Embed.tsx'
import { Gallery } from './Gallery.tsx'
import { PullQuote } from './PullQuote.tsx'
import type { Widths } from '../widths.ts'

export const Block = ({
  node,
  strings,
  widths,
}: {
  node: BlockNode
  strings: Strings
  widths: Widths
}) => {
  switch (node.type) {
    case 'metric':
      return (
        <dl className="metrics wide">
          {node.items.map((item, index) => (
            <div key={index} className="metric">
              <dt>{item.label}</dt>
              <dd>
                <Figure outcome={item} />
                {item.before !== null && item.after !== null && (
                  <>
                    <Change outcome={item} strings={strings} />
                    <Bars outcome={item} strings={strings} />
                  </>
                )}
                {item.timeframe && <span className="metric-note">{item.timeframe}</span>}
                {item.source && (
                  <span className="metric-note metric-source">
                    {strings.source}: {item.source}
                  </span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )
    case 'gallery':
      return <Gallery node={node} strings={strings} widths={widths} />
    case 'beforeAfter':
      return <BeforeAfter {...node} hint={strings.compareHint} sizes={widths.wide} />
    case 'video':
      return <MediaFigure media={node.video} sizes={widths.wide} className="wide video" />
    case 'embed':
      return (
        <Embed
          {...node}
          sizes={widths.wide}
          show={fill(strings.showEmbed, { provider: node.provider })}
          note={fill(strings.playNote, { provider: node.provider })}
        />
      )
    case 'pullQuote':
      return <PullQuote quote={node.quote} />
    case 'timeline':
      return (
        <ol className="timeline">
          {node.items.map((item, index) => (
            <li key={index}>
              {item.date && <span className="timeline-date">{item.date}</span>}
              <div>
                <strong className="timeline-title">{item.title}</strong>
                {item.text && <p>{item.text}</p>}
              </div>
            </li>
          ))}
        </ol>
      )
    case 'compare':
      return (
        <div
          className="compare wide scroll-x"
          tabIndex={0}
          role="region"
          aria-label={`${node.left} / ${node.right}`}
        >
          <table>
            <thead>
              <tr>
                <td />
                <th scope="col">{node.left}</th>
                <th scope="col">{node.right}</th>
              </tr>
            </thead>
            <tbody>
              {node.rows.map((row, index) => (
                <tr key={index}>
                  <th scope="row">{row.aspect}</th>
                  <td>{row.left}</td>
                  <td>{row.right}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
    case 'code':
      return <Code node={node} />
    case 'downloads':
      return (
        <ul className="downloads">
          {node.items.map((item, index) => (
            <li key={index}>
              <a href={item.href} download>
                <span className="download-label">{item.label}</span>
                {item.detail && <span className="download-detail">{item.detail}</span>}
              </a>
            </li>
          ))}
        </ul>
      )
    case 'callToAction':
      return (
        <aside className="call-to-action wide">
          <div>
            {node.heading && <p className="call-heading">{node.heading}</p>}
            {node.text && <p>{node.text}</p>}
          </div>
          <a className="button" href={node.href} rel={node.isExternal ? 'noopener' : undefined}>
            {node.label} <Arrow />
          </a>
        </aside>
      )
  }
}
