// Creates what studies refer to: terms, organisations, people and testimonials.
import { quietly, say, sayAlways, translations, type SeedContext } from './context.ts'

export const createDirectory = async (context: SeedContext): Promise<void> => {
  await createTerms(context)
  await createOrganisations(context)
  await createPeople(context)
  await createTestimonials(context)
}

const createTerms = async ({ payload, content, tenant, remember }: SeedContext) => {
  for (const collection of ['services', 'industries'] as const) {
    for (const [slug, term] of Object.entries(content[collection])) {
      const { id } = await payload.create({
        collection,
        data: {
          tenant,
          _status: 'published',
          slug,
          name: sayAlways(term.name, 'en'),
          description: say(term.description, 'en'),
        },
        ...quietly,
      })
      remember(collection, slug, id)
      for (const locale of translations(content)) {
        await payload.update({
          collection,
          id,
          locale,
          data: {
            name: sayAlways(term.name, locale),
            description: say(term.description, locale),
            _status: 'published',
          },
          ...quietly,
        })
      }
    }
  }
  for (const [slug, { name, url }] of Object.entries(content.technologies)) {
    const { id } = await payload.create({
      collection: 'technologies',
      data: { tenant, _status: 'published', slug, name, url },
      ...quietly,
    })
    remember('technologies', slug, id)
  }
}

const createOrganisations = async ({ payload, content, tenant, remember, idOf }: SeedContext) => {
  for (const [slug, { name, acronym, url, description, isConfidential }] of Object.entries(
    content.organisations,
  )) {
    const { id } = await payload.create({
      collection: 'organisations',
      data: {
        tenant,
        _status: 'published',
        slug,
        name,
        acronym,
        url,
        description: say(description, 'en'),
        logo: idOf('media', `logo/${slug}`),
        confidential: isConfidential ?? false,
      },
      ...quietly,
    })
    remember('organisations', slug, id)
    for (const locale of translations(content)) {
      await payload.update({
        collection: 'organisations',
        id,
        locale,
        data: { description: say(description, locale), _status: 'published' },
        ...quietly,
      })
    }
  }
}

const createPeople = async ({ payload, content, tenant, remember, idOf }: SeedContext) => {
  for (const [slug, { name, role, bio, links }] of Object.entries(content.people)) {
    const { id } = await payload.create({
      collection: 'people',
      data: {
        tenant,
        _status: 'published',
        slug,
        name,
        role: say(role, 'en'),
        bio: say(bio, 'en'),
        portrait: idOf('media', `portrait/${slug}`),
        links: links ?? [],
      },
      ...quietly,
    })
    remember('people', slug, id)
    for (const locale of translations(content)) {
      await payload.update({
        collection: 'people',
        id,
        locale,
        data: { role: say(role, locale), bio: say(bio, locale), _status: 'published' },
        ...quietly,
      })
    }
  }
}

const createTestimonials = async ({ payload, content, tenant, remember, idOf }: SeedContext) => {
  for (const [
    key,
    { quote, attribution, position, organisation, consent, portrait },
  ] of Object.entries(content.testimonials)) {
    const { id } = await payload.create({
      collection: 'testimonials',
      data: {
        tenant,
        _status: 'published',
        quote: sayAlways(quote, 'en'),
        attribution,
        position: say(position, 'en'),
        organisation: idOf('organisations', organisation),
        consent: consent ?? 'granted',
        ...(portrait ? { portrait: idOf('media', `voice/${key}`) } : {}),
      },
      ...quietly,
    })
    remember('testimonials', key, id)
    for (const locale of translations(content)) {
      await payload.update({
        collection: 'testimonials',
        id,
        locale,
        data: {
          quote: sayAlways(quote, locale),
          position: say(position, locale),
          _status: 'published',
        },
        ...quietly,
      })
    }
  }
}
