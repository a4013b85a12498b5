// Colour arithmetic on hex strings; enough for palettes, shading and light.

export const mix = (from: string, to: string, amount: number): string => {
  const a = channels(from)
  const b = channels(to)
  const at = (i: 0 | 1 | 2) => Math.round(a[i] + (b[i] - a[i]) * amount)
  return `#${[at(0), at(1), at(2)].map((n) => n.toString(16).padStart(2, '0')).join('')}`
}

export const lighter = (colour: string, amount: number) => mix(colour, '#ffffff', amount)
export const darker = (colour: string, amount: number) => mix(colour, '#0b0d12', amount)

const channels = (colour: string): [number, number, number] => [
  parseInt(colour.slice(1, 3), 16),
  parseInt(colour.slice(3, 5), 16),
  parseInt(colour.slice(5, 7), 16),
]
