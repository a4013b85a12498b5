// Gives a tenant its site: pages, settings, redirects, and the first messages of its visitors.
import type { RequiredDataFromCollectionSlug } from 'payload'
import { buildBody } from '../content/body.ts'
import type { Language } from '../content/types.ts'
import { createId, quietly, say, sayAlways, translations, type SeedContext } from './context.ts'
import { referencesOf } from './studies.ts'

export const openPages = async ({
  payload,
  content,
  tenant,
  authors,
  remember,
}: SeedContext): Promise<void> => {
  for (const [slug, page] of Object.entries(content.pages)) {
    const { id } = await payload.create({
      collection: 'pages',
      data: { tenant, slug, title: sayAlways(page.title, 'en'), _status: 'draft' },
      draft: true,
      user: authors.editor,
      ...quietly,
    })
    remember('pages', slug, id)
  }
}

export const fillPages = async (context: SeedContext): Promise<void> => {
  const { payload, content, authors, idOf } = context
  const references = referencesOf(context)
  for (const [slug, page] of Object.entries(content.pages)) {
    for (const language of ['en', ...translations(content)] as const) {
      await payload.update({
        collection: 'pages',
        id: idOf('pages', slug),
        locale: language,
        data: {
          title: sayAlways(page.title, language),
          body: buildBody(page.body, { language, references }),
          _status: 'published',
        },
        user: authors.editor,
        ...quietly,
      })
    }
  }
}

export const furnishSite = async (context: SeedContext): Promise<void> => {
  const { payload, content, tenant, authors } = context
  const dataIn = describeSettings(context)
  const { id } = await payload.create({
    collection: 'site-settings',
    data: { ...dataIn('en'), tenant, _status: 'published' },
    user: authors.owner,
    ...quietly,
  })
  for (const locale of translations(content)) {
    await payload.update({
      collection: 'site-settings',
      id,
      locale,
      data: { ...dataIn(locale), _status: 'published' },
      user: authors.owner,
      ...quietly,
    })
  }
}

export const receiveVisitors = async ({
  payload,
  content,
  tenant,
  idOf,
}: SeedContext): Promise<void> => {
  for (const { study, ...lead } of content.leads) {
    await payload.create({
      collection: 'leads',
      data: { ...lead, tenant, ...(study ? { study: idOf('case-studies', study) } : {}) },
      ...quietly,
    })
  }
  for (const redirect of content.redirects) {
    await payload.create({
      collection: 'redirects',
      data: { ...redirect, tenant, permanent: true },
      ...quietly,
    })
  }
}

const describeSettings = ({ content, idOf }: SeedContext) => {
  const { settings } = content
  const entries = Object.entries(content.pages)
    .filter(([slug]) => slug !== 'about')
    .map(([slug, page]) => ({ id: createId(), slug, title: page.title }))
  const links = settings.social.map((link) => ({ id: createId(), ...link }))
  return (language: Language): RequiredDataFromCollectionSlug<'site-settings'> => ({
    theme: settings.theme,
    typePairing: settings.typePairing,
    colors: settings.colors,
    wordmark: content.name,
    logo: idOf('media', 'logo'),
    tagline: say(settings.tagline, language),
    introduction: say(settings.introduction, language),
    footer: say(settings.footer, language),
    about: idOf('pages', 'about'),
    navigation: entries.map(({ id, slug, title }) => ({
      id,
      kind: 'page',
      page: idOf('pages', slug),
      label: sayAlways(title, language),
    })),
    contact: {
      email: settings.contact.email,
      phone: settings.contact.phone,
      address: say(settings.contact.address, language),
      heading: say(settings.contact.heading, language),
      text: say(settings.contact.text, language),
    },
    social: links,
    seo: { description: say(settings.description, language), image: idOf('media', settings.image) },
  })
}
