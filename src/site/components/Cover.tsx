/** A study's cover, or a drawing of its own in its own colour when it has none. */
import { hash } from '../color.ts'
import type { ImageView, PaletteView } from '../model.ts'
import { Picture, type PictureProps } from './Picture.tsx'

type CoverProps = Omit<PictureProps, 'image'> & {
  image: ImageView | null
  palette: PaletteView
  seed: string
}

export const Cover = ({ image, palette, seed, ...rest }: CoverProps) =>
  image ? (
    <Picture image={image} {...rest} />
  ) : (
    <Drawing palette={palette} seed={seed} className={rest.className} />
  )

const cell = 100
const columns = 4
const rows = 3

/** Quarter discs, discs and bars on a grid, chosen by the study's name: always the same for the same study. */
const Drawing = ({
  palette,
  seed,
  className,
}: {
  palette: PaletteView
  seed: string
  className?: string
}) => (
  <svg
    className={className ? `${className} drawing` : 'drawing'}
    viewBox={`0 0 ${columns * cell} ${rows * cell}`}
    preserveAspectRatio="xMidYMid slice"
    aria-hidden="true"
    focusable="false"
  >
    <rect width="100%" height="100%" fill={palette.ground.light} />
    {Array.from({ length: columns * rows }, (_, index) => (
      <Shape key={index} index={index} value={hash(`${seed}:${index}`)} palette={palette} />
    ))}
  </svg>
)

const Shape = ({
  index,
  value,
  palette,
}: {
  index: number
  value: number
  palette: PaletteView
}) => {
  const x = (index % columns) * cell
  const y = Math.floor(index / columns) * cell
  const fill = [palette.dominant, palette.quiet.light, palette.ink.light][(value >>> 4) % 3]
  const opacity = [1, 0.75, 0.4][(value >>> 7) % 3]
  const turn = ((value >>> 9) % 4) * 90
  const around = `rotate(${turn} ${x + cell / 2} ${y + cell / 2})`
  switch (value % 6) {
    case 0:
      return (
        <path
          d={`M${x} ${y}h${cell}a${cell} ${cell} 0 0 1 ${-cell} ${cell}z`}
          fill={fill}
          opacity={opacity}
          transform={around}
        />
      )
    case 1:
      return (
        <circle cx={x + cell / 2} cy={y + cell / 2} r={cell / 2} fill={fill} opacity={opacity} />
      )
    case 2:
      return (
        <path
          d={`M${x} ${y + cell / 2}a${cell / 2} ${cell / 2} 0 0 1 ${cell} 0z`}
          fill={fill}
          opacity={opacity}
          transform={around}
        />
      )
    case 3:
      return (
        <rect
          x={x}
          y={y}
          width={cell}
          height={cell / 2}
          fill={fill}
          opacity={opacity}
          transform={around}
        />
      )
    default:
      return null
  }
}
