// What stands for a film until there is a picture of it: its shape, and the sign for playing.

export const placeholderSvg = ({ height, width }: { width: number; height: number }): string => {
  const unit = Math.min(width, height) / 100
  const [x, y] = [width / 2, height / 2]
  const points = [
    [x - 7 * unit, y - 10 * unit],
    [x + 11 * unit, y],
    [x - 7 * unit, y + 10 * unit],
  ]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="100%" height="100%" fill="#1d1f24"/>`,
    `<circle cx="${x}" cy="${y}" r="${20 * unit}" fill="#fff" fill-opacity=".14"/>`,
    `<polygon points="${points.map((point) => point.map((n) => n.toFixed(2)).join(',')).join(' ')}" fill="#fff" fill-opacity=".82"/>`,
    '</svg>',
  ].join('')
}
