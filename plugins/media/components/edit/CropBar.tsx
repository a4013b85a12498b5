'use client'
// Which shape a crop keeps, and the way back to the whole picture.
import { useWords } from '../words/useWords.ts'
import { fittedArea, WHOLE, type Size } from './geometry.ts'
import type { CutFields } from './useCut.ts'

type CropBarProps = {
  cut: CutFields
  onRatio: (ratio: number | null) => void
  ratio: number | null
  shape: Size
}

/** As the shapes that pages use, and a square. */
const ASPECTS = [
  { label: '3 : 2', ratio: 3 / 2 },
  { label: '16 : 9', ratio: 16 / 9 },
  { label: '4 : 5', ratio: 4 / 5 },
  { label: '1 : 1', ratio: 1 },
] as const

export const CropBar = ({ cut, onRatio, ratio, shape }: CropBarProps) => {
  const { say } = useWords()
  const choose = (next: number | null) => {
    onRatio(next)
    if (next !== null) {
      cut.keep({ crop: fittedArea({ area: cut.crop ?? WHOLE, ratio: next, shape }) })
    }
  }
  const aspects: { label: string; ratio: number | null }[] = [
    { label: say('file:free'), ratio: null },
    { label: say('file:own'), ratio: shape.width / shape.height },
    ...ASPECTS,
  ]
  return (
    <div className="media-tools__row">
      <div aria-label={say('file:aspects')} className="media-segments" role="group">
        {aspects.map((aspect) => (
          <button
            aria-pressed={ratio === aspect.ratio}
            className="media-segments__one"
            key={aspect.label}
            onClick={() => choose(aspect.ratio)}
            type="button"
          >
            {aspect.label}
          </button>
        ))}
      </div>
      {cut.crop ? (
        <button
          className="media-button"
          onClick={() => {
            onRatio(null)
            cut.keep({ crop: null })
          }}
          type="button"
        >
          {say('file:cropReset')}
        </button>
      ) : null}
    </div>
  )
}
