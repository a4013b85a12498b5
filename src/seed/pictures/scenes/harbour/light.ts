// The hours of the harbour: their palettes and clouds.
import { n, rect, type Canvas } from '../../kit/svg.ts'

export type Hour = 'dawn' | 'day' | 'dusk' | 'night' | 'fog'

export type Light = {
  sky: [string, string, string]
  sun: string
  far: string
  near: string
  sea: [string, string]
  steel: string
  cargo: string[]
  quay: string
  lamp?: string
}

export const lights: Record<Hour, Light> = {
  dawn: {
    sky: ['#27506b', '#e9a183', '#f6d9b4'],
    sun: '#fff1d2',
    far: '#a98389',
    near: '#5b6275',
    sea: ['#e2a98c', '#2b5166'],
    steel: '#16303f',
    cargo: ['#c4452b', '#e07a4a', '#21495c', '#f0d3a8', '#7d3a35'],
    quay: '#122632',
  },
  day: {
    sky: ['#9cc4cb', '#d3e3df', '#f1ecdf'],
    sun: '#fbf8ee',
    far: '#a5bfc4',
    near: '#6b929c',
    sea: ['#b4cfd0', '#2c6876'],
    steel: '#1d3b4a',
    cargo: ['#d8472b', '#1f5b6e', '#e9c08a', '#f4efe4', '#22313f'],
    quay: '#d9cfbc',
  },
  dusk: {
    sky: ['#1b2547', '#84405c', '#ee7d4b'],
    sun: '#ffcf86',
    far: '#5d3b5d',
    near: '#33304f',
    sea: ['#d96c4c', '#1a2243'],
    steel: '#12162e',
    cargo: ['#b23a37', '#6a3353', '#e58b50', '#2b3058', '#8d4a58'],
    quay: '#0d1024',
    lamp: '#ffd894',
  },
  night: {
    sky: ['#07121f', '#0f2638', '#1d4152'],
    sun: '#e9efe6',
    far: '#15303f',
    near: '#0e2331',
    sea: ['#1f4757', '#071520'],
    steel: '#061019',
    cargo: ['#7b2c25', '#173d4c', '#5c4a37', '#24343f', '#914430'],
    quay: '#040b12',
    lamp: '#ffc766',
  },
  fog: {
    sky: ['#b9bfbd', '#d0d2cc', '#e6e2d8'],
    sun: '#f4f1e8',
    far: '#c4c8c4',
    near: '#a3adad',
    sea: ['#ccd0cb', '#8b9b9d'],
    steel: '#5f7378',
    cargo: ['#b9715d', '#8fa0a0', '#cdbfa5', '#75898c', '#a98a7a'],
    quay: '#6d7f83',
  },
}

export const cloud = (
  canvas: Canvas,
  x: number,
  y: number,
  width: number,
  colour: string,
  opacity: number,
) => {
  const r = canvas.random
  let out = ''
  for (let i = 0; i < 4; i++)
    out += rect(
      x + r.between(-0.15, 0.25) * width,
      y + i * 7,
      width * r.between(0.4, 1),
      7.6,
      colour,
      { rx: 3.8, opacity: n(opacity) },
    )
  return out
}
