// A study that does not name its client, with everything that could lead there, and a named one beside it.
import {
  blockNode,
  createPicture,
  createStudy,
  linkNode,
  richText,
  uploadNode,
  urlNode,
} from './content.ts'
import type { Target } from './attacks.ts'

/** Ids of what must not come out, of `neutral`, which may, and of the study itself. */
export type AnonymisedStudy = Record<
  'anonymised' | 'client' | 'logo' | 'named' | 'neutral' | 'testimonial',
  string
>

export const plantAnonymised = async (target: Target): Promise<AnonymisedStudy> => {
  const { payload, world } = target
  const tenant = world.client.id
  const logo = (await createPicture({ payload, tenant, colour: '#aa0000' })).id
  const client = (
    await payload.create({
      collection: 'organisations',
      data: {
        tenant,
        name: 'Kajline Shipping',
        url: 'https://kajline.test/en',
        logo,
        _status: 'published',
      } as never,
      overrideAccess: true,
    })
  ).id
  const quote = async (attribution: string, organisation?: string) =>
    (
      await payload.create({
        collection: 'testimonials',
        data: {
          tenant,
          attribution,
          quote: `${attribution} says so.`,
          consent: 'granted',
          organisation,
          _status: 'published',
        } as never,
        overrideAccess: true,
      })
    ).id
  const testimonial = await quote('Kaj Line', client)
  const neutral = await quote('Somebody Else')
  const named = (await createStudy({ payload, tenant, title: 'Kajline in public', client })).id
  const anonymised = (
    await createStudy({
      payload,
      tenant,
      title: 'A secret operator',
      client,
      anonymous: true,
      anonymousLabel: 'A European operator',
      cover: logo,
      testimonials: [testimonial, neutral],
      related: { mode: 'manual', studies: [named, target.online.id] },
      credits: [{ name: 'A colleague', url: 'https://www.kajline.test/en/team' }],
      seo: { canonical: 'https://kajline.test/en/news', image: logo },
      chapters: [
        {
          kind: 'story',
          title: 'All that leads there',
          body: richText(
            'Words that stay.',
            blockNode({ blockType: 'quote', testimonial }),
            blockNode({ blockType: 'quote', testimonial: neutral }),
            blockNode({
              blockType: 'callToAction',
              heading: 'More',
              label: 'Read',
              kind: 'study',
              study: named,
            }),
            blockNode({
              blockType: 'callToAction',
              heading: 'More',
              label: 'Read',
              kind: 'url',
              url: '/work/kajline-in-public',
            }),
            linkNode('case-studies', named),
            urlNode('https://shop.kajline.test/en/offers'),
            urlNode('https://example.com/kept'),
            uploadNode(logo),
          ),
        },
      ],
    })
  ).id
  await payload.update({
    collection: 'case-studies',
    id: named,
    data: {
      related: { mode: 'manual', studies: [anonymised, target.online.id] },
      testimonials: [testimonial],
      _status: 'published',
      chapters: [
        { kind: 'story', body: richText('See also', linkNode('case-studies', anonymised)) },
      ],
    } as never,
    overrideAccess: true,
  })
  return { anonymised, client, logo, named, neutral, testimonial }
}
