'use client'
// One file that is here several times: which copy stays, what uses each, and the unused ones gone.
import { ConfirmationModal, Link, toast, useModal } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useId, useState } from 'react'
import { formatBytes } from '../shared/format.ts'
import { Picture } from '../shared/Picture.tsx'
import { request } from '../shared/request.ts'
import { usePlace } from '../shared/usePlace.ts'
import { UsesList } from '../uses/UsesPanel.tsx'
import { useWords } from '../words/useWords.ts'
import { bestOf, removable, type Copy, type Group } from './choose.ts'

type DuplicateGroupProps = { collection: string; group: Group; onChanged: () => void }

export const DuplicateGroup = ({ collection, group: { docs }, onChanged }: DuplicateGroupProps) => {
  const { language, say } = useWords()
  const { api } = usePlace()
  const { openModal } = useModal()
  const name = useId()
  const slug = `media-duplicates-${name}`
  const [chosen, setChosen] = useState<string | null>(null)
  const keep = docs.find(({ id }) => id === chosen)?.id ?? bestOf(docs)?.id ?? ''
  const going = removable({ docs, keep })
  const remove = async () => {
    const query = new URLSearchParams({ depth: '0', limit: '0' })
    going.forEach(({ id }, index) => query.set(`where[id][in][${index}]`, id))
    const sentence = await request(`${api}/${collection}?${query.toString()}`, {
      method: 'DELETE',
    })
    if (sentence === null) {
      toast.success(say('duplicates:removed', { count: going.length }))
    } else {
      toast.error(sentence)
    }
    onChanged()
  }
  return (
    <fieldset className="media-duplicate">
      <legend className="media-duplicate__title">
        {say('duplicates:group', {
          count: docs.length,
          size: formatBytes(docs[0]?.filesize ?? 0, language),
        })}
      </legend>
      <ul className="media-duplicate__copies">
        {docs.map((doc) => (
          <CopyCard
            collection={collection}
            doc={doc}
            fate={doc.id === keep ? 'kept' : going.includes(doc) ? 'goes' : 'inUse'}
            key={doc.id}
            name={name}
            onKeep={() => setChosen(doc.id)}
          />
        ))}
      </ul>
      {going.length > 0 ? (
        <button className="media-button" onClick={() => openModal(slug)} type="button">
          {say('duplicates:remove', { count: going.length })}
        </button>
      ) : (
        <p className="media-duplicate__hint">{say('duplicates:nothing')}</p>
      )}
      <ConfirmationModal
        body={<p>{going.map(({ filename }) => filename).join(', ')}</p>}
        cancelLabel={say('duplicates:no')}
        confirmLabel={say('duplicates:yes')}
        heading={say('duplicates:confirm', { count: going.length })}
        modalSlug={slug}
        onConfirm={remove}
      />
    </fieldset>
  )
}

const CopyCard = ({
  collection,
  doc,
  fate,
  name,
  onKeep,
}: {
  collection: string
  doc: Copy
  fate: 'kept' | 'goes' | 'inUse'
  name: string
  onKeep: () => void
}) => {
  const { say } = useWords()
  const { admin } = usePlace()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <li className="media-copy" data-fate={fate}>
      <label className="media-copy__choice">
        <span className="media-copy__picture">
          <Picture doc={doc} />
        </span>
        <span className="media-copy__keep">
          <input checked={fate === 'kept'} name={name} onChange={onKeep} type="radio" />
          {say('duplicates:keep')}
          <span className="media-hidden">: {doc.filename}</span>
        </span>
      </label>
      <p className="media-copy__text">
        <Link
          href={formatAdminURL({
            adminRoute: admin,
            path: `/collections/${collection}/${encodeURIComponent(doc.id)}`,
          })}
          prefetch={false}
        >
          {doc.filename}
        </Link>
        <span className="media-copy__alt">{doc.alt || say('duplicates:untold')}</span>
        <span className="media-copy__fate">{say(`duplicates:${fate}`)}</span>
      </p>
      {doc.uses ? (
        <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
          <summary>{say('library:uses', { count: doc.uses })}</summary>
          {isOpen ? <UsesList collection={collection} id={doc.id} /> : null}
        </details>
      ) : null}
    </li>
  )
}
