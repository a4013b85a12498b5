// Draws and uploads a tenant's pictures, portraits and logos, and writes its documents.
import { drawLogo, drawPicture, drawPortrait } from '../pictures/index.ts'
import type { Encoded } from '../pictures/kit/render.ts'
import { writeCaptions, writePdf } from '../files.ts'
import type { Text } from '../content/types.ts'
import { quietly, say, sayAlways, translations, type SeedContext } from './context.ts'
import { prefetch } from './prefetch.ts'

type Drawing = {
  key: string
  draw: () => Promise<Encoded>
  alt: Text
  caption?: Text
  focal?: readonly [number, number]
}

export const uploadPictures = async (context: SeedContext): Promise<number> => {
  const drawings = listDrawings(context)
  // Two at a time: while the database waits for one, the other is drawn or scaled.
  const uploads = prefetch({
    items: drawings,
    ahead: 2,
    work: (drawing) => uploadDrawing({ context, drawing }),
  })
  for await (const { item, result } of uploads) {
    context.remember('media', item.key, result)
  }
  return drawings.length
}

export const writeDocuments = async (context: SeedContext): Promise<void> => {
  const { payload, content, tenant } = context
  for (const [key, file] of Object.entries(content.documents)) {
    const data = file.kind === 'pdf' ? writePdf(file.lines) : writeCaptions(file.lines)
    const document = await payload.create({
      collection: 'documents',
      data: {
        tenant,
        exposure: 'none',
        title: sayAlways(file.title, 'en'),
        description: say(file.description, 'en'),
      },
      file: {
        data,
        mimetype: file.kind === 'pdf' ? 'application/pdf' : 'text/vtt',
        name: `${key}.${file.kind}`,
        size: data.length,
      },
      ...quietly,
    })
    context.remember('documents', key, document.id)
    for (const locale of translations(content)) {
      await payload.update({
        collection: 'documents',
        id: document.id,
        locale,
        data: { title: sayAlways(file.title, locale), description: say(file.description, locale) },
        ...quietly,
      })
    }
  }
}

const uploadDrawing = async ({
  context: { payload, content, tenant },
  drawing,
}: {
  context: SeedContext
  drawing: Drawing
}): Promise<string> => {
  const { data, mimetype, extension } = await drawing.draw()
  const { id } = await payload.create({
    collection: 'media',
    data: {
      tenant,
      exposure: 'none',
      alt: sayAlways(drawing.alt, 'en'),
      caption: say(drawing.caption, 'en'),
      focalX: drawing.focal?.[0] ?? 50,
      focalY: drawing.focal?.[1] ?? 50,
    },
    file: {
      data,
      mimetype,
      name: `${drawing.key.replace('/', '-')}.${extension}`,
      size: data.length,
    },
    ...quietly,
  })
  for (const locale of translations(content)) {
    const alt = say(drawing.alt, locale)
    if (alt !== undefined) {
      await payload.update({ collection: 'media', id, locale, data: { alt }, ...quietly })
    }
  }
  return id
}

const listDrawings = ({ content }: SeedContext): Drawing[] => {
  const { slug, settings, portraits: backdrop } = content
  const pictures = Object.entries(content.pictures).map(([key, picture]): Drawing => ({
    ...picture,
    key,
    draw: () => drawPicture({ picture, seed: `${slug}/${key}` }),
  }))
  const people = Object.entries(content.people).map(([key, { name, face }]): Drawing => ({
    key: `portrait/${key}`,
    draw: () => drawPortrait({ face, seed: `${slug}/${key}`, backdrop }),
    alt: { en: `Portrait of ${name}, illustrated`, de: `Porträt von ${name}, illustriert` },
    focal: [50, 38],
  }))
  const voices = Object.entries(content.testimonials).flatMap(
    ([key, { attribution, portrait: face }]): Drawing[] =>
      face
        ? [
            {
              key: `voice/${key}`,
              draw: () => drawPortrait({ face, seed: `${slug}/${key}`, backdrop }),
              alt: {
                en: `Portrait of ${attribution}, illustrated`,
                de: `Porträt von ${attribution}, illustriert`,
              },
              focal: [50, 38],
            },
          ]
        : [],
  )
  const logos = Object.entries(content.organisations).map(
    ([key, { name, acronym, mark, colours }]): Drawing => ({
      key: `logo/${key}`,
      draw: () => drawLogo({ mark, colours, wordmark: acronym ?? name }),
      alt: { en: `Logo of ${name}`, de: `Logo von ${name}` },
    }),
  )
  const own: Drawing = {
    key: 'logo',
    draw: () =>
      drawLogo({ mark: settings.mark, colours: [settings.colors.accent, settings.colors.accent] }),
    alt: { en: `Mark of ${content.name}`, de: `Zeichen von ${content.name}` },
  }
  return [...pictures, ...people, ...voices, ...logos, own]
}
