// What all maps share: their colours and their frame.
import { rect, stroke, type Canvas } from '../../kit/svg.ts'

export type MapColours = {
  paper: string
  ink: string
  water: string
  green: string
  route: string
  second: string
}

export const frameMarks = ({ w, h }: Canvas, c: MapColours) => {
  const edge = 22
  const out = [
    stroke(`M${edge} ${edge}H${w - edge}V${h - edge}H${edge}Z`, c.ink, 1.4, {
      'stroke-linecap': 'butt',
    }),
  ]
  for (let i = 0; i < 12; i++)
    out.push(
      rect(edge + ((w - edge * 2) / 12) * i, edge - 5, (w - edge * 2) / 24, 5, c.ink),
      rect(edge + ((w - edge * 2) / 12) * i, h - edge, (w - edge * 2) / 24, 5, c.ink),
    )
  return out
}
