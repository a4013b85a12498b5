// Containers: boxes (MP4, MOV, and the pictures AVIF and HEIC) and EBML (WebM, Matroska).
import { type Box, findBox, readBoxes } from '../bmff.ts'
import type { ByteReader } from '../byteReader.ts'
import { latin1 } from '../bytes.ts'
import { readElement } from '../ebml.ts'
import type { Format } from '../identify.ts'

/** What may stand at the top of such a file. Anything else there means it only pretends. */
const TOP_BOXES = new Set(
  'ftyp moov mdat free skip wide meta uuid moof mfra styp sidx pdin udta emsg prft pnot idat'.split(
    ' ',
  ),
)

const AVIF_BRANDS = ['avif', 'avis']
const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1', 'miaf']
const SOUND_BRANDS = ['M4A ', 'M4B ', 'M4P ']
const MOVIE_BRANDS =
  /^(iso[m2-9]|mp4[12]|avc1|dash|M4V[ HP]|f4v |MSNV|mmp4|3g[a-z0-9]{2}|XAVC|cmf[c2])/

/** Brands longer than that are no list of brands. */
const MAX_FTYP = 4096

/** By the brands that the file names, and by the box that has to follow them. */
export const identifyBmff = async (reader: ByteReader): Promise<Format | null> => {
  const boxes = await readBoxes({
    end: reader.size,
    isTolerant: true,
    limit: 64,
    reader,
    start: 0,
  })
  const [first] = boxes
  if (first?.type === 'ftyp') {
    const next = latin1(await reader.read(first.end + 4, first.end + 8))
    return TOP_BOXES.has(next) ? formatOfBrands(await readBrands(reader, first)) : null
  }
  // Old QuickTime files have no brands; their index then has to be there.
  const isQuickTime = boxes.every(({ type }) => TOP_BOXES.has(type)) && findBox(boxes, 'moov')
  return isQuickTime ? 'mov' : null
}

const readBrands = async (reader: ByteReader, { bodyStart, end }: Box): Promise<string[]> => {
  if (end - bodyStart > MAX_FTYP || end - bodyStart < 8) {
    return []
  }
  const body = latin1(await reader.read(bodyStart, end))
  const [major = '', , ...compatible] = body.match(/[^]{4}/g) ?? []
  return [major, ...compatible]
}

/** The major brand decides, if it is one that we know; otherwise the first compatible one. */
const formatOfBrands = (brands: string[]): Format | null => {
  for (const brand of brands) {
    if (AVIF_BRANDS.includes(brand)) {
      return 'avif'
    }
    if (HEIC_BRANDS.includes(brand)) {
      // “mif1” only says that it is a picture; the others say how it is coded.
      return AVIF_BRANDS.some((avif) => brands.includes(avif)) ? 'avif' : 'heic'
    }
    if (brand === 'qt  ') {
      return 'mov'
    }
    if (SOUND_BRANDS.includes(brand)) {
      return 'm4a'
    }
    if (MOVIE_BRANDS.test(brand)) {
      return 'mp4'
    }
  }
  return null
}

const EBML_HEADER = 0x1a45dfa3
const DOC_TYPE = 0x4282
const SEGMENT = 0x18538067
const MAX_EBML_HEADER = 1024

/** By the DocType, which stands in the first element; a segment has to follow. */
export const identifyEbml = async (reader: ByteReader): Promise<Format | null> => {
  const header = await readElement(reader, 0)
  if (header?.id !== EBML_HEADER || header.end === null || header.end > MAX_EBML_HEADER) {
    return null
  }
  const segment = await readElement(reader, header.end)
  if (segment?.id !== SEGMENT) {
    return null
  }
  for (let at = header.bodyStart; at < header.end;) {
    const element = await readElement(reader, at)
    if (!element || element.end === null || element.end > header.end) {
      return null
    }
    if (element.id === DOC_TYPE) {
      const docType = latin1(await reader.read(element.bodyStart, element.end)).replace(/\0+$/, '')
      return docType === 'webm' ? 'webm' : docType === 'matroska' ? 'mkv' : null
    }
    at = element.end
  }
  return null
}
