// `GET /api/invitations/offer?tenant=…&token=…`: what a link offers, before anybody is signed in.
import type { Endpoint } from 'payload'
import { findOffer } from '../queries/findOffer.ts'

export const offerEndpoint: Omit<Endpoint, 'root'> = {
  path: '/offer',
  method: 'get',
  handler: async (req) => {
    const { tenant, token } = req.query
    return Response.json(await findOffer({ req, tenant, token }), {
      headers: { 'cache-control': 'no-store' },
    })
  },
}
