// The demo's images: WebP files in images/<tenant>, with what is said about them in images.json.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Text } from './content/types.ts'

export type SeedImage = {
  /** What the content calls it, e.g. `quay-dawn`, `portrait/ines-valbrandt`, `logo/kajline`, `logo`. */
  key: string
  data: Buffer
  alt: Text
  caption?: Text
  /** Percent from the left and from the top; the middle when it is left out. */
  focal?: readonly [x: number, y: number]
}

type Descriptions = Record<string, Omit<SeedImage, 'data' | 'key'>>

/** @param tenant Its slug. */
export const readImages = async ({ tenant }: { tenant: string }): Promise<SeedImage[]> => {
  const folder = imageFolder(tenant)
  return Promise.all(
    Object.entries(await readDescriptions({ tenant })).map(async ([key, description]) => ({
      ...description,
      key,
      data: await readFile(path.join(folder, fileNameOf(key))),
    })),
  )
}

export const readDescriptions = async ({ tenant }: { tenant: string }): Promise<Descriptions> =>
  JSON.parse(await readFile(path.join(imageFolder(tenant), 'images.json'), 'utf8')) as Descriptions

export const fileNameOf = (key: string): string => `${key.replace('/', '-')}.webp`

export const imageFolder = (tenant: string): string =>
  path.join(process.env.VITRINE_ROOT ?? process.cwd(), 'src', 'seed', 'images', tenant)
