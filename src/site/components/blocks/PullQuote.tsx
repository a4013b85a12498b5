/** A quotation with its author. */
import type { QuoteView } from '../../model.ts'
import { Picture } from '../Picture.tsx'

export const PullQuote = ({
  quote,
  className = 'breakout',
}: {
  quote: QuoteView
  className?: string
}) => (
  <figure className={`pull-quote ${className}`}>
    <blockquote>
      <p>{quote.text}</p>
    </blockquote>
    {quote.attribution && (
      <figcaption>
        {quote.portrait && (
          <Picture
            image={quote.portrait}
            preset="square"
            sizes="57px"
            className="quote-portrait"
            isDecorative
          />
        )}
        <span>
          <span className="quote-name">{quote.attribution}</span>
          <span className="quote-position">
            {[quote.position, quote.organisation].filter(Boolean).join(', ')}
          </span>
        </span>
      </figcaption>
    )}
  </figure>
)
