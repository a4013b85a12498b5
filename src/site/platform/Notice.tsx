/** A plain page of Vitrine itself, with a way on. */
import './platform.css'

export const Notice = ({
  title,
  text,
  link,
}: {
  title: string
  text: string
  link: { label: string; href: string }
}) => (
  <main className="platform platform-notice">
    <h1>{title}</h1>
    <p>{text}</p>
    <a className="platform-button" href={link.href}>
      {link.label}
    </a>
  </main>
)
