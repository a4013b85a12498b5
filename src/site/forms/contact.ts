/** Where the contact form is sent: `takeContact.ts`. */
import { Hono } from 'hono'
import { missing, render } from '../answers.tsx'
import { createLead } from '../data/createLead.ts'
import { payloadOf } from '../data/payload.ts'
import { getSite } from '../data/site.ts'
import { refusedContact } from '../pages/contact.tsx'
import { contactHref } from '../present/context.ts'
import type { SiteEnv } from '../request.ts'
import { takeContact } from '../takeContact.ts'

export const contactForm = (): Hono<SiteEnv> => {
  const form = new Hono<SiteEnv>()
  form.post('/', async (c) => {
    const site = await getSite(c.env)
    if (!site) {
      return missing(c)
    }
    const { logger } = await payloadOf()
    return takeContact({
      context: site.context,
      request: c.req.raw,
      tenantId: site.tenant.id,
      store: (lead) => createLead({ site, lead }),
      pageOf: (refused) => render({ page: refusedContact({ refused, site }), site }),
      onError: (err) =>
        logger.error({ msg: 'A message from the contact form could not be stored.', err }),
    })
  })
  // Somebody who opens the URL of a refused form is led back to an empty one.
  form.get('/', async (c) => {
    const site = await getSite(c.env)
    return site ? c.redirect(contactHref(site.context), 303) : missing(c)
  })
  return form
}
