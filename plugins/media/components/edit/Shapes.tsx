'use client'
// What each shape shows with the focal point and crop of the form: drawn by the browser while they
// move, made by the server once they rest.
import { useDebounce } from '@payloadcms/ui'
import { hereOf } from '../shared/mediaDoc.ts'
import { useAnswer } from '../shared/useAnswer.ts'
import { usePlace } from '../shared/usePlace.ts'
import { useWords } from '../words/useWords.ts'
import { behindWindow, ratioOf, shownArea, type Size } from './geometry.ts'
import type { Cut, CutFields } from './useCut.ts'

type Renditions = {
  presets: { name: string; label: string; url: string; width: number; height: number }[]
}

type ShapesProps = {
  collection: string
  cut: CutFields
  id: string
  ownShape: string
  shape: Size
  /** An address of the whole picture. */
  whole: string | null
}

const REST = 500

export const Shapes = ({ collection, cut, id, ownShape, shape, whole }: ShapesProps) => {
  const { say } = useWords()
  const { api, serverURL } = usePlace()
  const wanted = `${api}/${collection}/${encodeURIComponent(id)}/renditions?${queryOf(cut)}`
  const url = useDebounce(wanted, REST)
  const answer = useAnswer<Renditions>(url)
  const isAtRest = url === wanted && answer.state === 'ready' && !cut.isDragging
  if (!answer.data) {
    return (
      <section aria-label={say('file:shapes')} className="media-shapes">
        <h2 className="media-shapes__title">{say('file:shapes')}</h2>
        {answer.state === 'failed' ? (
          <div className="media-note" role="alert">
            <p>{say('file:shapesFailed')}</p>
            <button className="media-button" onClick={answer.again} type="button">
              {say('uses:again')}
            </button>
          </div>
        ) : (
          <div aria-busy="true" className="media-shapes__list" role="status">
            <span className="media-hidden">{say('library:loading')}</span>
            {Array.from({ length: 4 }, (_, index) => (
              <span aria-hidden className="media-shimmer media-shapes__wait" key={index} />
            ))}
          </div>
        )}
      </section>
    )
  }
  return (
    <section aria-label={say('file:shapes')} className="media-shapes">
      <h2 className="media-shapes__title">{say('file:shapes')}</h2>
      <ul className="media-shapes__list">
        {answer.data.presets.map(({ height, label, name, url: made, width }) => {
          const { crop, focal } = cut.drawn
          const ratio = name === ownShape ? null : width / height
          const area = shownArea({ crop, focal, ratio, shape })
          return (
            <li className="media-shape" key={name}>
              <span
                className="media-shape__window"
                style={{ aspectRatio: ratioOf({ area, shape }) }}
              >
                {isAtRest ? (
                  <img alt="" decoding="async" src={hereOf(made, serverURL) ?? undefined} />
                ) : whole ? (
                  <img
                    alt=""
                    className="media-shape__behind"
                    src={whole}
                    style={behindWindow(area)}
                  />
                ) : null}
              </span>
              <span className="media-shape__label">{label}</span>
            </li>
          )
        })}
      </ul>
      <p className="media-hint">{say('file:shapesText')}</p>
    </section>
  )
}

const queryOf = ({ crop, focal }: Cut): string =>
  new URLSearchParams({
    ...(focal ? { focalX: String(focal.x), focalY: String(focal.y) } : {}),
    ...(crop
      ? {
          x: String(crop.x),
          y: String(crop.y),
          width: String(crop.width),
          height: String(crop.height),
        }
      : {}),
  }).toString()
