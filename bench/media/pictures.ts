// Pictures to measure with: drawn, but with the grain and the edges that make a photograph slow.
import path from 'node:path'
import sharp from 'sharp'

export const SIDE = { width: 3000, height: 2000 }

/** @returns the paths of JPEGs of six million pixels. */
export const drawPictures = async (folder: string, count: number): Promise<string[]> => {
  const files: string[] = []
  for (let n = 0; n < count; n += 1) {
    const file = path.join(folder, `picture-${n}.jpg`)
    const grain = await sharp({
      create: {
        ...SIDE,
        channels: 3,
        background: '#808080',
        noise: { type: 'gaussian', mean: 128, sigma: 14 },
      },
    })
      .blur(1 + n)
      .png()
      .toBuffer()
    const { height, width } = SIDE
    const shapes = Array.from({ length: 60 }, (_, shape) => {
      const hue = (shape * 47 + n * 90) % 360
      const [x, y] = [(shape * 997) % width, (shape * 613) % height]
      return `<circle cx="${x}" cy="${y}" r="${60 + ((shape * 37) % 400)}" fill="hsl(${hue} 60% 50%)" fill-opacity=".5"/>`
    })
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes.join('')}</svg>`
    await sharp(Buffer.from(svg))
      .flatten({ background: '#345' })
      .composite([{ input: grain, blend: 'soft-light' }])
      .jpeg({ quality: 88 })
      .toFile(file)
    files.push(file)
  }
  return files
}
