// A tenant whose main language is not English, and studies that are written in it alone.
import { startTarget, type Target } from './attacks.ts'
import { richText } from './content.ts'

export const EDITOR = 'editor@client.test'

export type German = {
  target: Target
  tenant: string
  /** @returns the id of a new published study. */
  inGerman: (data?: object) => Promise<string>
}

export const startGerman = async (): Promise<German> => {
  const target = await startTarget()
  const tenant = target.world.client.id
  await target.payload.update({
    collection: 'tenants',
    id: tenant,
    data: { locales: ['de', 'fr', 'en'], defaultLocale: 'de' },
  })
  let count = 0
  const inGerman = async (data: object = {}): Promise<string> => {
    count += 1
    const { id } = await target.payload.create({
      collection: 'case-studies',
      locale: 'de',
      data: {
        tenant,
        visibility: 'public',
        _status: 'published',
        title: `Ein Tisch ${count}`,
        headline: 'Aus Eiche',
        outcomes: [{ label: 'weniger Abfall', value: 3 }],
        chapters: [{ kind: 'challenge', title: 'Am Anfang', body: richText('Ein Brett') }],
        ...data,
      } as never,
    })
    return id
  }
  return { inGerman, target, tenant }
}

/** The languages in which there is something. */
export const written = (text: object): object =>
  Object.fromEntries(Object.entries(text).filter(([, value]) => value !== null))
