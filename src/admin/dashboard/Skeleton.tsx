// What stands in a part's place while it loads: the same title and lines, so that nothing jumps.

export const Skeleton = ({
  label,
  rows,
  title,
}: {
  label: string
  rows: number
  title: string
}) => (
  <section aria-busy="true" aria-label={title} className="vitrine-part">
    <h2 className="vitrine-part__title">{title}</h2>
    <div className="vitrine-card vitrine-skeleton" role="status">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div aria-hidden className="vitrine-skeleton__row" key={row}>
          <span className="vitrine-skeleton__picture" />
          <span className="vitrine-skeleton__lines">
            <span />
            <span />
          </span>
        </div>
      ))}
    </div>
  </section>
)
