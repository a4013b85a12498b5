// One thing about how somebody signs in: its name, how it stands, and what can be done about it.
import type { ReactNode } from 'react'

export const Section = ({
  action,
  children,
  title,
}: {
  action?: ReactNode
  children: ReactNode
  title: string
}) => (
  <section aria-label={title} className="vitrine-account__section">
    <div className="vitrine-account__head">
      <h3 className="vitrine-account__title">{title}</h3>
      {action}
    </div>
    {children}
  </section>
)
