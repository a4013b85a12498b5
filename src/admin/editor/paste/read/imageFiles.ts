// Which picture of the clipboard belongs where in its text.
import { picturesInRtf } from './rtf.ts'

export type PastedImage = {
  alt: string
  id: string
  /** For people: the name of the file, as far as it is known. */
  name: string
  src: string
}

/** Where a picture can be had from, if at all. */
export type ImageSource =
  { kind: 'file'; file: File } | { kind: 'none' } | { kind: 'url'; url: string }

/**
 * A picture stands in the text itself (`data:`), or in RTF or as a file beside it. Others may be fetched from where the
 * page had them; a path on somebody's disk leads nowhere.
 *
 * @param hasWords whether there is text beside the pictures: then a single file is a picture of all of it
 * @returns in the order of `images`
 */
export const sourcesOf = ({
  files,
  hasWords,
  images,
  rtf,
}: {
  files: readonly File[]
  hasWords: boolean
  images: readonly PastedImage[]
  rtf: string
}): ImageSource[] => {
  const local = images.filter(({ src }) => !/^(data:|https?:)/i.test(src))
  const pictures = local.length > 0 ? picturesInRtf(rtf) : []
  const beside = files.filter(({ type }) => type.startsWith('image/'))
  return images.map((image): ImageSource => {
    if (/^data:/i.test(image.src)) {
      const file = fileOfData(image.src, image.name)
      return file ? { kind: 'file', file } : { kind: 'none' }
    }
    if (images.length === 1 && beside.length === 1 && !hasWords) {
      return { kind: 'file', file: beside[0]! }
    }
    if (/^https?:/i.test(image.src)) {
      return { kind: 'url', url: image.src }
    }
    const at = local.indexOf(image)
    const picture = pictures.length === local.length ? pictures[at] : undefined
    if (picture) {
      return {
        kind: 'file',
        file: new File([picture.bytes], named(image.name, picture.mimeType), {
          type: picture.mimeType,
        }),
      }
    }
    // One that Word draws is of all that was copied.
    const own =
      beside.length === local.length && !/^file:/i.test(image.src) ? beside[at] : undefined
    return own ? { kind: 'file', file: own } : { kind: 'none' }
  })
}

const fileOfData = (src: string, name: string): File | null => {
  const [, type = '', isBase64, data = ''] =
    /^data:(image\/[\w.+-]+)?(?:;[\w=-]+)*?(;base64)?,([\s\S]*)$/i.exec(src) ?? []
  if (type === '') {
    return null
  }
  try {
    const text = isBase64 ? atob(decodeURIComponent(data)) : decodeURIComponent(data)
    const bytes = isBase64
      ? Uint8Array.from(text, (sign) => sign.charCodeAt(0))
      : new TextEncoder().encode(text)
    return new File([bytes], named(name, type.toLowerCase()), { type: type.toLowerCase() })
  } catch {
    return null
  }
}

const EXTENSIONS: Readonly<Record<string, string>> = { jpeg: 'jpg', 'svg+xml': 'svg', tiff: 'tif' }

/** With the ending that goes with what the file is. */
export const named = (name: string, mimeType: string): string => {
  const kind = /^image\/([\w.+-]+)/.exec(mimeType)?.[1] ?? ''
  const extension = EXTENSIONS[kind] ?? kind
  const bare = name.replace(/\.(avif|bmp|emf|gif|heic|jfif|jpe?g|png|svg|tiff?|webp|wmf)$/i, '')
  return extension === '' ? name : `${bare || 'image'}.${extension}`
}

/** The last part of a URL or a path, as far as it says anything. */
export const nameOf = (src: string): string => {
  if (/^(data|blob|cid):/i.test(src)) {
    return 'image'
  }
  const last =
    src
      .replace(/[?#].*$/, '')
      .split(/[/\\:]/)
      .at(-1) ?? ''
  let name = last
  try {
    name = decodeURIComponent(last)
  } catch {
    // As it is written.
  }
  return /^[^\n]{1,80}\.\w{2,5}$/.test(name) ? name : 'image'
}
