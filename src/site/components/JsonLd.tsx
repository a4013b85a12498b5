/** Structured data as a script element that runs nothing. */
import { serializeJsonLd, type JsonLd as Data } from '../jsonLd.ts'

export const JsonLd = ({ data }: { data: Data[] }) => (
  <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: serializeJsonLd(data) }} />
)
