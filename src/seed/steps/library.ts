// Uploads a tenant's images and writes its documents.
import { writeCaptions, writePdf } from '../files.ts'
import { fileNameOf, readImages, type SeedImage } from '../readImages.ts'
import { quietly, say, sayAlways, together, translations, type SeedContext } from './context.ts'

export const uploadImages = async (context: SeedContext): Promise<number> => {
  const images = await readImages({ tenant: context.content.slug })
  const waiting = [...images]
  // While the database waits for one, another is looked at.
  const uploadInTurn = async (): Promise<void> => {
    for (let image = waiting.shift(); image; image = waiting.shift()) {
      context.remember('media', image.key, await uploadImage({ context, image }))
    }
  }
  await together([uploadInTurn(), uploadInTurn(), uploadInTurn()])
  return images.length
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

const uploadImage = async ({
  context: { payload, content, tenant },
  image: { alt, caption, data, focal, key },
}: {
  context: SeedContext
  image: SeedImage
}): Promise<string> => {
  const { id } = await payload.create({
    collection: 'media',
    data: {
      tenant,
      exposure: 'none',
      alt: sayAlways(alt, 'en'),
      caption: say(caption, 'en'),
      focalX: focal?.[0] ?? 50,
      focalY: focal?.[1] ?? 50,
    },
    file: {
      data,
      mimetype: 'image/webp',
      name: fileNameOf(key),
      size: data.length,
    },
    ...quietly,
  })
  for (const locale of translations(content)) {
    const translated = say(alt, locale)
    if (translated !== undefined) {
      await payload.update({
        collection: 'media',
        id,
        locale,
        data: { alt: translated },
        ...quietly,
      })
    }
  }
  return id
}
