// Plants documents of every collection in every confidential state, with a word in each of their
// texts, and public ones that point at them in every field that can.
import { randomBytes, randomInt } from 'node:crypto'
import sharp from 'sharp'
import type { Payload } from 'payload'
import { fieldRules } from '../../../access/fields.ts'
import { hasDrafts } from '../../../access/rules.ts'
import { makeMp4 } from '../../../plugins/media/inspect/testClips.ts'
import { fillCollection } from './fill.ts'
import { configOf, type Planting } from './states.ts'
import type { Secrecy, Words } from './words.ts'

export const PLANTED_LOCALES = ['en', 'de'] as const

export type Plant = {
  name: string
  collection: Planting
  id: string
  state: string
  /** The last one first. */
  slugs: string[]
}

/** Where references of a planted document lead: to an id, or nowhere. */
export type Refer = (relationTo: string) => string | null

export type Gardener = {
  /** Makes a document that is still a draft, without references. */
  open: (args: OpenArgs) => Promise<Plant>
  /** Fills it in every language; references lead where `refer` says. */
  complete: (plant: Plant, args?: CompleteArgs) => Promise<void>
  /** Writes other words into the draft of what is published. */
  revise: (plant: Plant, refer: Refer) => Promise<void>
  /** Gives it another slug, so that the old URL redirects. */
  rename: (plant: Plant) => Promise<void>
  change: (plant: Plant, data: Record<string, unknown>) => Promise<void>
}

type OpenArgs = {
  name: string
  collection: Planting
  secrecy: Secrecy
  state: string
  given?: Record<string, unknown>
  /** Of media: moving pictures. */
  isFilm?: boolean
}

type CompleteArgs = {
  refer?: Refer
  isPublished?: boolean
  adjust?: (data: Record<string, unknown>) => Record<string, unknown>
}

export const createGardener = ({
  payload,
  tenant,
  words,
}: {
  payload: Payload
  tenant: string
  words: Words
}): Gardener => {
  const opened = new Map<string, OpenArgs>()
  const rowIds = new Map<string, string>()
  const reserveFor =
    ({ collection, name, secrecy }: Pick<OpenArgs, 'collection' | 'name' | 'secrecy'>) =>
    (path: string, locale: string | null): string => {
      const read = fieldRules[collection]?.[path.split('.')[0] ?? '']?.read ?? 'document'
      return words.reserve({
        collection,
        isUnreadable: read === 'nobody',
        locale,
        of: name,
        path,
        secrecy: read === 'document' ? secrecy : 'secret',
      })
    }
  const fill = ({
    given = {},
    locale,
    refer = () => null,
    ...of
  }: Pick<OpenArgs, 'collection' | 'given' | 'name' | 'secrecy'> & {
    locale: string
    refer?: Refer
  }) =>
    fillCollection({
      collection: of.collection,
      fields: configOf(of.collection).fields,
      given,
      locale,
      refer,
      reserve: reserveFor(of),
      rowId: (path) => {
        const key = `${of.name}\n${path}`
        const id = rowIds.get(key) ?? randomBytes(12).toString('hex')
        rowIds.set(key, id)
        return id
      },
    })
  const argsOf = (plant: Plant): OpenArgs => opened.get(plant.id)!
  const update = async (
    { collection, id }: Plant,
    { data, draft = false, locale }: { data: object; draft?: boolean; locale?: string },
  ): Promise<void> => {
    words.plantIn(data)
    await payload.update({
      collection,
      data: data,
      depth: 0,
      draft,
      id,
      overrideAccess: true,
      ...(locale ? { locale: locale as 'en' } : {}),
    })
  }
  return {
    open: async (args) => {
      const { collection, given = {}, name, secrecy, state } = args
      const data = { ...fill({ ...args, locale: 'en' }), ...given, tenant }
      const reserve = reserveFor(args)
      const isFile = Boolean(configOf(collection).upload)
      const filename = isFile ? reserve('filename', null) : ''
      // A draft is filled once more; then its words count.
      words.plantIn(hasDrafts(collection) ? {} : { data, filename })
      const existing =
        collection === 'site-settings'
          ? await payload.find({ collection, where: { tenant: { equals: tenant } } })
          : null
      const { id } =
        existing?.docs[0] ??
        (await payload.create({
          collection,
          data: { ...data, ...(hasDrafts(collection) ? { _status: 'draft' } : {}) } as never,
          draft: hasDrafts(collection),
          overrideAccess: true,
          ...(isFile
            ? { file: await fileOf({ collection, isFilm: args.isFilm === true, name: filename }) }
            : {}),
        }))
      opened.set(id, args)
      words.plantId(id, { collection, of: name, secrecy })
      return { collection, id, name, slugs: slugsOf(data), state }
    },
    complete: async (plant, { adjust = same, isPublished = true, refer } = {}) => {
      // Without references and drafts, the first language was complete from the start.
      const isStarted = refer === undefined && !hasDrafts(plant.collection)
      for (const locale of PLANTED_LOCALES.slice(isStarted ? 1 : 0)) {
        const args = argsOf(plant)
        const data = adjust(fill({ ...args, locale, ...(refer ? { refer } : {}) }))
        const status = hasDrafts(plant.collection)
          ? { _status: isPublished ? 'published' : 'draft' }
          : {}
        await update(plant, {
          data: { ...data, ...args.given, ...status },
          draft: hasDrafts(plant.collection) && !isPublished,
          locale,
        })
      }
    },
    revise: async (plant, refer) => {
      const name = `${plant.collection}, draft of what is online`
      for (const locale of PLANTED_LOCALES) {
        const { collection, given } = argsOf(plant)
        const data = fill({
          collection,
          locale,
          name,
          refer,
          secrecy: 'secret',
          ...(given ? { given } : {}),
        })
        await update(plant, { data: { ...data, ...given }, draft: true, locale })
      }
    },
    rename: async (plant) => {
      if (plant.slugs.length === 0) {
        return
      }
      const args = argsOf(plant)
      const slug = reserveFor(args)('slug (renamed)', null)
      await update(plant, { data: { ...args.given, slug, _status: 'published' } })
      plant.slugs.unshift(slug)
    },
    change: (plant, data) => update(plant, { data }),
  }
}

const same = (data: Record<string, unknown>): Record<string, unknown> => data

const slugsOf = (data: Record<string, unknown>): string[] =>
  typeof data.slug === 'string' ? [data.slug] : []

const fileOf = async ({
  collection,
  isFilm,
  name,
}: {
  collection: Planting
  isFilm: boolean
  name: string
}) => {
  const [data, extension, mimetype] =
    collection !== 'media'
      ? [Buffer.from('WEBVTT\n\n00:00.000 --> 00:01.000\nA word.\n'), 'vtt', 'text/vtt']
      : isFilm
        ? [Buffer.from(await makeMp4({ seconds: 1 })), 'mp4', 'video/mp4']
        : [await picture(), 'png', 'image/png']
  return { data, mimetype, name: `${name}.${extension}`, size: data.length }
}

const picture = (): Promise<Buffer> => {
  const background = { r: randomInt(256), g: randomInt(256), b: randomInt(256) }
  return sharp({ create: { width: 64, height: 48, channels: 3, background } })
    .png()
    .toBuffer()
}
