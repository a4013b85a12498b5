'use client'
// What a file is, in figures, and whether it is ready.
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { formatBytes, formatTime } from '../shared/format.ts'
import { durationOf, formatName, kindOf, type MediaDoc } from '../shared/mediaDoc.ts'
import { request } from '../shared/request.ts'
import { usePlace } from '../shared/usePlace.ts'
import { useWords } from '../words/useWords.ts'
import { useFreshDoc } from './useFreshDoc.ts'

type DetailsProps = { canEdit: boolean; collection: string; doc: MediaDoc }

export const Details = ({ canEdit, collection, doc }: DetailsProps) => {
  const { language, say } = useWords()
  const { asset } = doc
  const kind = kindOf(doc)
  const duration = durationOf(doc)
  const rows: [string, ReactNode][] = [
    [say('file:type'), `${say(`kinds:${kind}`)}, ${formatName(doc)}`],
  ]
  if (doc.width && doc.height) {
    rows.push([say('file:pixels'), `${doc.width} × ${doc.height}`])
  }
  if (typeof doc.filesize === 'number') {
    rows.push([say('file:size'), formatBytes(doc.filesize, language)])
  }
  if (duration !== null) {
    rows.push([say('file:duration'), formatTime(duration)])
  }
  if (asset?.frameRate) {
    rows.push([
      say('file:frames'),
      new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(asset.frameRate),
    ])
  }
  if (kind === 'film' && typeof asset?.hasAudio === 'boolean') {
    rows.push([say('file:sound'), say(asset.hasAudio ? 'file:withSound' : 'file:silent')])
  }
  if (asset?.driver) {
    rows.push([
      say('file:place'),
      <Lies account={asset.account} driver={asset.driver} key="place" />,
    ])
  }
  if (asset?.status) {
    rows.push([
      say('file:status'),
      <Status canEdit={canEdit} collection={collection} doc={doc} key="status" />,
    ])
  }
  return (
    <section aria-label={say('file:details')} className="media-details">
      <dl className="media-details__list">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Names of drivers, as their makers write them. */
const DRIVERS: Record<string, string> = { cloudinary: 'Cloudinary', uploadthing: 'UploadThing' }

const Lies = ({ account, driver }: { account?: string | null; driver: string }) => {
  const { say } = useWords()
  const name = driver === 'local' ? say('file:placeLocal') : (DRIVERS[driver] ?? driver)
  return account ? `${name} (${account})` : name
}

const LOOK_EVERY = 5000

const Status = ({ canEdit, collection, doc }: DetailsProps) => {
  const { say } = useWords()
  const { api } = usePlace()
  const read = useFreshDoc()
  const [trouble, setTrouble] = useState<string | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const { problem, status } = doc.asset ?? {}
  const look = useEffectEvent(() => void read())
  useEffect(() => {
    if (status !== 'processing') {
      return
    }
    const timer = setInterval(look, LOOK_EVERY)
    return () => clearInterval(timer)
  }, [status])
  const again = async () => {
    setIsAsking(true)
    setTrouble(
      await request(`${api}/${collection}/${encodeURIComponent(doc.id)}/process`, {
        method: 'POST',
      }),
    )
    await read()
    setIsAsking(false)
  }
  if (status !== 'failed') {
    const isStreaming = status === 'ready' && doc.asset?.hasStream
    return (
      <span role="status">
        {say(
          status === 'processing'
            ? 'file:processing'
            : isStreaming
              ? 'file:streaming'
              : 'file:ready',
        )}
      </span>
    )
  }
  return (
    <>
      <span className="media-details__problem" role="alert">
        {trouble ?? problem ?? say('file:failed')}
      </span>{' '}
      {canEdit ? (
        <button
          className="media-button"
          disabled={isAsking}
          onClick={() => void again()}
          type="button"
        >
          {say(isAsking ? 'file:processAsked' : 'file:processAgain')}
        </button>
      ) : null}
    </>
  )
}
