'use client'
// The file in its document: what it looks like, how it is cut, what it is, and another in its place.
// Stands where Payload's upload element would, which remains for files that are not there yet.
import { useDocumentInfo } from '@payloadcms/ui'
import { kindOf, type MediaDoc } from '../shared/mediaDoc.ts'
import { useWords } from '../words/useWords.ts'
import { Details } from './Details.tsx'
import { FileActions } from './FileActions.tsx'
import { Film } from './Film.tsx'
import { NewFile } from './NewFile.tsx'
import { PictureEditor } from './PictureEditor.tsx'
import '../shared/shared.css'
import './edit.css'
import './file.css'

type FileViewProps = {
  /** The preset that keeps a picture's own shape. Default `wide`. */
  ownShape?: string
}

export const FileView = ({ ownShape = 'wide' }: FileViewProps) => {
  const { collectionSlug, data, hasSavePermission, id, isTrashed } = useDocumentInfo()
  if (!collectionSlug) {
    return null
  }
  if (id === undefined || !data?.filename) {
    return <NewFile collectionSlug={collectionSlug} />
  }
  const doc = { ...data, id: String(id) } as MediaDoc
  const canEdit = Boolean(hasSavePermission) && !isTrashed
  return (
    <div className="field-type media-file">
      <FilePart canEdit={canEdit} collection={collectionSlug} doc={doc} ownShape={ownShape} />
      <div className="media-file__foot">
        <FileActions canEdit={canEdit} collection={collectionSlug} doc={doc} />
        <Details canEdit={canEdit} collection={collectionSlug} doc={doc} />
      </div>
    </div>
  )
}

const FilePart = ({
  canEdit,
  collection,
  doc,
  ownShape,
}: {
  canEdit: boolean
  collection: string
  doc: MediaDoc
  ownShape: string
}) => {
  const { say } = useWords()
  const kind = kindOf(doc)
  // A new file is another picture: what was measured on the old one is forgotten with it.
  const key = doc.asset?.etag ?? doc.filename
  if (kind === 'picture' && doc.width && doc.height) {
    return (
      <PictureEditor
        canEdit={canEdit}
        collection={collection}
        doc={doc}
        key={key}
        ownShape={ownShape}
      />
    )
  }
  if (kind === 'film') {
    return <Film canEdit={canEdit} collection={collection} doc={doc} key={key} />
  }
  return kind === 'file' ? null : <p className="media-note">{say('file:noPreview')}</p>
}
