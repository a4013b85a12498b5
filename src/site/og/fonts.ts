/** Static faces for drawn images: the drawing library reads woff, not woff2. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { PairingName } from '../model.ts'

const display: Record<PairingName, { name: string; file: string; weight: 500 | 600 }> = {
  editorial: {
    name: 'Newsreader',
    file: 'newsreader/files/newsreader-latin-500-normal.woff',
    weight: 500,
  },
  classic: { name: 'Fraunces', file: 'fraunces/files/fraunces-latin-500-normal.woff', weight: 500 },
  modern: {
    name: 'Instrument Sans',
    file: 'instrument-sans/files/instrument-sans-latin-500-normal.woff',
    weight: 500,
  },
  technical: { name: 'Archivo', file: 'archivo/files/archivo-latin-600-normal.woff', weight: 600 },
}

export type OgFont = { name: string; data: ArrayBuffer; weight: 400 | 500 | 600; style: 'normal' }

/** The pairing's display face and, for letters beyond Latin-1, its extended part. */
export const ogFonts = async (pairing: PairingName): Promise<OgFont[]> => {
  const { name, file, weight } = display[pairing]
  return [
    { name, data: await read(file), weight, style: 'normal' },
    {
      name: `${name} Extended`,
      data: await read(file.replace('-latin-', '-latin-ext-')),
      weight,
      style: 'normal',
    },
  ]
}

export const ogFamily = (pairing: PairingName): string =>
  `${display[pairing].name}, ${display[pairing].name} Extended`

const read = async (file: string): Promise<ArrayBuffer> => {
  const bytes = await readFile(path.join(process.cwd(), 'node_modules/@fontsource', file))
  return new Uint8Array(bytes).buffer
}
