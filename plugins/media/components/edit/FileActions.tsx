'use client'
// Another file in its place, a copy of it to take away, and its address.
import { useConfig, useField, useForm, useFormProcessing } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import { formatBytes } from '../shared/format.ts'
import { hereOf, type MediaDoc } from '../shared/mediaDoc.ts'
import { usePlace } from '../shared/usePlace.ts'
import { RowPicture } from '../uploader/RowPicture.tsx'
import { useWords } from '../words/useWords.ts'
import { useFileTenant } from './NewFile.tsx'
import { useCut } from './useCut.ts'

type FileActionsProps = { canEdit: boolean; collection: string; doc: MediaDoc }

export const FileActions = ({ canEdit, collection, doc }: FileActionsProps) => {
  const { say } = useWords()
  const { serverURL } = usePlace()
  const url = hereOf(doc.url, serverURL)
  return (
    <div className="media-actions">
      {canEdit ? <Replace collection={collection} doc={doc} /> : null}
      {url ? (
        <a className="media-button" download={doc.filename ?? ''} href={url}>
          {say('file:download')}
        </a>
      ) : null}
      {doc.url ? <CopyAddress isPublic={doc.exposure === 'public'} url={doc.url} /> : null}
    </div>
  )
}

const Replace = ({ collection, doc }: Omit<FileActionsProps, 'canEdit'>) => {
  const { language, say } = useWords()
  const { getEntityConfig } = useConfig()
  const { submit } = useForm()
  const isBusy = useFormProcessing()
  const { setValue, value } = useField<File | null | undefined>({ path: 'file' })
  const cut = useCut()
  const input = useRef<HTMLInputElement>(null)
  const before = useRef({ crop: cut.crop, focal: cut.focal })
  useFileTenant()
  const { upload } = getEntityConfig({ collectionSlug: collection })
  const next = value instanceof File ? value : null
  const choose = (file: File | undefined) => {
    if (file) {
      before.current = { crop: cut.crop, focal: cut.focal }
      setValue(file)
      // Percent of one picture mean nothing on another.
      cut.keep({ crop: null, focal: null })
    }
  }
  const putBack = () => {
    setValue(undefined)
    cut.keep(before.current)
  }
  const replace = async () => {
    const result = await submit()
    // Otherwise the next save would send it once more. After a refusal it stays, for another try.
    if (result?.res && result.res.status < 400) {
      setValue(undefined, true)
    }
  }
  return (
    <>
      <button
        className="media-button"
        disabled={isBusy}
        onClick={() => input.current?.click()}
        type="button"
      >
        {say('file:replace')}
      </button>
      <input
        accept={upload?.mimeTypes?.join(',')}
        hidden
        onChange={(event) => {
          choose(event.target.files?.[0])
          event.target.value = ''
        }}
        ref={input}
        type="file"
      />
      {next ? (
        <div className="media-replace" role="status">
          <RowPicture file={next} key={next.name + next.lastModified} previewURL={null} />
          <div className="media-replace__text">
            <p className="media-replace__title">
              {say('file:replaceTitle', { name: next.name })}
              <span className="media-replace__size"> {formatBytes(next.size, language)}</span>
            </p>
            <p>
              {doc.uses ? say('file:replaceText', { count: doc.uses }) : say('file:replaceUnused')}{' '}
              {say('file:replaceCheck')}
            </p>
            <p className="media-replace__actions">
              <button
                className="media-button media-button--main"
                disabled={isBusy}
                onClick={() => void replace()}
                type="button"
              >
                {say('file:replaceNow')}
              </button>
              <button className="media-button" disabled={isBusy} onClick={putBack} type="button">
                {say('file:replaceNot')}
              </button>
            </p>
          </div>
        </div>
      ) : null}
    </>
  )
}

const CopyAddress = ({ isPublic, url }: { isPublic: boolean; url: string }) => {
  const { say } = useWords()
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(new URL(url, window.location.href).href)
      setState('copied')
    } catch {
      // Browsers keep the clipboard from pages without https.
      setState('failed')
    }
  }
  return (
    <>
      <button
        className="media-button"
        onBlur={() => setState('idle')}
        onClick={() => void copy()}
        type="button"
      >
        <span aria-live="polite">
          {state === 'copied'
            ? say('file:copied')
            : state === 'failed'
              ? say('file:copyFailed')
              : say('file:copy')}
        </span>
      </button>
      {state === 'copied' && !isPublic ? (
        <p className="media-hint media-actions__hint">{say('file:copyPasses')}</p>
      ) : null}
    </>
  )
}
