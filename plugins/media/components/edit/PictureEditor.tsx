'use client'
// A picture with its focal point and crop, and what the shapes make of it.
import { useRef, useState } from 'react'
import { hereOf, nameOf, type MediaDoc } from '../shared/mediaDoc.ts'
import { usePlace } from '../shared/usePlace.ts'
import { useWords } from '../words/useWords.ts'
import { CropTool } from './CropTool.tsx'
import { FocalTool } from './FocalTool.tsx'
import { Shapes } from './Shapes.tsx'
import { CropBar } from './CropBar.tsx'
import { useCut } from './useCut.ts'

type PictureEditorProps = {
  canEdit: boolean
  collection: string
  doc: MediaDoc
  ownShape: string
}

const TOOLS = ['focal', 'crop'] as const

export const PictureEditor = ({ canEdit, collection, doc, ownShape }: PictureEditorProps) => {
  const { say } = useWords()
  const cut = useCut()
  const stage = useRef<HTMLDivElement>(null)
  const [tool, setTool] = useState<(typeof TOOLS)[number]>('focal')
  const [ratio, setRatio] = useState<number | null>(null)
  const shape = { width: doc.width ?? 1, height: doc.height ?? 1 }
  const { serverURL } = usePlace()
  const whole = hereOf(wholeOf(doc, ownShape), serverURL)
  return (
    <div className="media-picture-editor">
      <div className="media-picture-editor__main">
        {canEdit ? (
          <div className="media-tools__row">
            <div aria-label={say('file:tools')} className="media-segments" role="group">
              {TOOLS.map((one) => (
                <button
                  aria-pressed={tool === one}
                  className="media-segments__one"
                  key={one}
                  onClick={() => setTool(one)}
                  type="button"
                >
                  {say(`file:${one}`)}
                </button>
              ))}
            </div>
            {tool === 'crop' ? (
              <CropBar cut={cut} onRatio={setRatio} ratio={ratio} shape={shape} />
            ) : cut.focal ? (
              <button
                className="media-button"
                onClick={() => cut.keep({ focal: null })}
                type="button"
              >
                {say('file:focalClear')}
              </button>
            ) : null}
          </div>
        ) : null}
        <div className="media-stage-frame">
          <div
            className="media-stage"
            ref={stage}
            style={{ '--media-ratio': shape.width / shape.height } as React.CSSProperties}
          >
            {whole ? (
              <img
                alt={nameOf(doc)}
                className="media-stage__picture"
                draggable={false}
                src={whole}
                style={
                  doc.blurDataUrl ? { backgroundImage: `url("${doc.blurDataUrl}")` } : undefined
                }
              />
            ) : (
              <span aria-hidden className="media-shimmer media-stage__picture" />
            )}
            {canEdit && tool === 'crop' ? (
              <CropTool cut={cut} ratio={ratio} shape={shape} stage={stage} />
            ) : null}
            {canEdit && tool === 'focal' ? <FocalTool cut={cut} stage={stage} /> : null}
          </div>
        </div>
        {canEdit ? (
          <p className="media-hint" id="media-tool-help">
            {say(tool === 'crop' ? 'file:cropHelp' : 'file:focalHelp')}
          </p>
        ) : null}
      </div>
      <Shapes
        collection={collection}
        cut={cut}
        id={doc.id}
        ownShape={ownShape}
        shape={shape}
        whole={whole}
      />
    </div>
  )
}

/**
 * An address of the whole picture. A saved crop is in all sizes of the document; then it is the file
 * itself.
 */
const wholeOf = (doc: MediaDoc, ownShape: string): string | null =>
  (typeof doc.crop?.width === 'number' ? null : doc.sizes?.[ownShape]?.url) ?? doc.url ?? null
