// Smooth value noise and its fractal sum: terrain, water depth, ridges, glaze edges.
import { hash } from './prng.ts'

export type Noise = (x: number, y: number) => number

/** Fractal noise in about 0..1; `octaves` adds detail, each half as strong as the last. */
export const createNoise = ({ seed, octaves = 4 }: { seed: string; octaves?: number }): Noise => {
  const salt = hash(seed)
  return (x, y) => {
    let sum = 0
    let weight = 0.5
    let total = 0
    let fx = x
    let fy = y
    for (let i = 0; i < octaves; i++) {
      sum += weight * valueAt(fx, fy, salt + i * 1013)
      total += weight
      weight *= 0.5
      // Turn and scale each octave, or the lattice shows as a grid.
      const rx = fx * 1.6 + fy * 1.2
      fy = fy * 1.6 - fx * 1.2
      fx = rx
    }
    return sum / total
  }
}

const lattice = (x: number, y: number, salt: number) => {
  let h = Math.imul(x, 374761393) + Math.imul(y, 668265263) + Math.imul(salt, 2246822519)
  h = Math.imul(h ^ (h >>> 13), 1274126177)
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296
}

const valueAt = (x: number, y: number, salt: number) => {
  const x0 = Math.floor(x)
  const y0 = Math.floor(y)
  const u = fade(x - x0)
  const v = fade(y - y0)
  const a = lattice(x0, y0, salt)
  const b = lattice(x0 + 1, y0, salt)
  const c = lattice(x0, y0 + 1, salt)
  const d = lattice(x0 + 1, y0 + 1, salt)
  return a + (b - a) * u + (c - a) * v + (a - b - c + d) * u * v
}

const fade = (t: number) => t * t * t * (t * (t * 6 - 15) + 10)
