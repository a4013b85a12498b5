// The front page of an installation: what this is, where to log in, and which sites live here.
import { listTenants } from '../../../site/data/listTenants.ts'
import { Mark } from '../../../site/platform/Mark.tsx'

// Built before there is a database; made on request from a remembered list.
export const dynamic = 'force-dynamic'

export default async function PlatformPage() {
  const tenants = await listTenants()
  return (
    <div className="platform-page">
      <header className="platform-head">
        <span className="platform-mark">
          <Mark /> Vitrine
        </span>
        <a className="platform-button" href="/admin">
          Log in
        </a>
      </header>
      <main>
        <div className="platform-statement">
          <h1>Case studies that show what changed.</h1>
          <p>
            Vitrine is a content system for the work of studios, agencies and their clients.
            Outcomes are data, several people write one study at once, and every tenant has a site
            of its own, walled off from all others.
          </p>
        </div>
      </main>
      {tenants.length > 0 && (
        <section className="platform-sites" aria-labelledby="sites-title">
          <h2 id="sites-title">Sites on this installation</h2>
          <ul>
            {tenants.map((tenant) => (
              <li key={tenant.slug}>
                <a href={`/${tenant.slug}`}>{tenant.name}</a>
                <span>{tenant.tagline}</span>
                <span>
                  {tenant.theme ? tenant.theme.charAt(0).toUpperCase() + tenant.theme.slice(1) : ''}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <footer className="platform-foot">Free software, self-hosted.</footer>
    </div>
  )
}
