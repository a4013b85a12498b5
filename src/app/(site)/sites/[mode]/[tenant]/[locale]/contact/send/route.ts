// Takes the contact form: src/site/takeContact.ts. Only what Next has to do is here.
import { notFound } from 'next/navigation'
import { createLead } from '../../../../../../../../site/data/createLead.ts'
import { payloadOf } from '../../../../../../../../site/data/payload.ts'
import { getSite, type SiteParams } from '../../../../../../../../site/data/site.ts'
import { fetchInternal } from '../../../../../../../../site/fetchInternal.ts'
import { contactHref } from '../../../../../../../../site/present/context.ts'
import { withRefusedContact } from '../../../../../../../../site/refusedForms.ts'
import { takeContact } from '../../../../../../../../site/takeContact.ts'

type Context = { params: Promise<SiteParams> }

export const POST = async (request: Request, { params }: Context): Promise<Response> => {
  const { mode, tenant, locale } = await params
  const site = (await getSite(mode, tenant, locale)) ?? notFound()
  const { logger } = await payloadOf()
  return takeContact({
    context: site.context,
    request,
    tenantId: site.tenant.id,
    store: (lead) => createLead({ site, lead }),
    pageOf: (refused) =>
      withRefusedContact(refused, async (ticket) => {
        const page = await fetchInternal(
          `/sites/${mode}/${tenant}/${locale}/refused/contact/${ticket}`,
        )
        return page.ok ? page.text() : null
      }),
    onError: (err) =>
      logger.error({ msg: 'A message from the contact form could not be stored.', err }),
  })
}

/** Somebody who opens the URL of a refused form is led back to an empty one. */
export const GET = async (_: Request, { params }: Context): Promise<Response> => {
  const { mode, tenant, locale } = await params
  const site = (await getSite(mode, tenant, locale)) ?? notFound()
  return new Response(null, { status: 303, headers: { location: contactHref(site.context) } })
}
