'use client'
// The files without a description, one after the other, with an input each.
import { useConfig, useLocale } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { jsonOf, request } from '../shared/request.ts'
import { nameOf, type MediaDoc } from '../shared/mediaDoc.ts'
import { Picture } from '../shared/Picture.tsx'
import { useAnswer } from '../shared/useAnswer.ts'
import { usePlace } from '../shared/usePlace.ts'
import { useWords } from '../words/useWords.ts'
import '../shared/shared.css'
import './describe.css'

type Page = { docs: MediaDoc[]; totalDocs: number }

const STEP = 24

export const Describe = ({ collection, onSaved }: { collection: string; onSaved: () => void }) => {
  const { say } = useWords()
  const { api, tenant } = usePlace()
  const { code } = useLocale()
  const [locale, setLocale] = useState(code)
  const [limit, setLimit] = useState(STEP)
  const query = new URLSearchParams({
    depth: '0',
    'fallback-locale': 'none',
    limit: String(limit),
    locale,
    sort: '-createdAt',
    'where[and][0][or][0][alt][exists]': 'false',
    'where[and][0][or][1][alt][equals]': '',
    ...(tenant === null ? {} : { 'where[and][1][tenant][equals]': tenant }),
  })
  const page = useAnswer<Page>(`${api}/${collection}?${query.toString()}`)
  return (
    <section aria-label={say('describe:title')} className="media-describe">
      <header className="media-describe__head">
        <h2 className="media-describe__title">{say('describe:title')}</h2>
        <p className="media-describe__text">{say('describe:text')}</p>
        <LocaleChoice locale={locale} onLocale={setLocale} />
      </header>
      {page.data ? (
        <Rows
          collection={collection}
          docs={page.data.docs}
          key={locale}
          locale={locale}
          onSaved={onSaved}
          total={page.data.totalDocs}
        />
      ) : page.state === 'failed' ? (
        <div className="media-note" role="alert">
          <p>{say('describe:problem')}</p>
          <button className="media-button" onClick={page.again} type="button">
            {say('describe:again')}
          </button>
        </div>
      ) : (
        <div aria-busy="true" role="status">
          <span className="media-hidden">{say('library:loading')}</span>
          {Array.from({ length: 4 }, (_, row) => (
            <div aria-hidden className="media-describe__row media-shimmer" key={row} />
          ))}
        </div>
      )}
      {page.data && page.data.totalDocs > limit ? (
        <button className="media-button" onClick={() => setLimit(limit + STEP)} type="button">
          {say('describe:more')}
        </button>
      ) : null}
    </section>
  )
}

const LocaleChoice = ({
  locale,
  onLocale,
}: {
  locale: string
  onLocale: (locale: string) => void
}) => {
  const { say } = useWords()
  const { config } = useConfig()
  const field = useId()
  const locales = config.localization ? config.localization.locales : []
  return locales.length < 2 ? null : (
    <p className="media-describe__language">
      <label htmlFor={field}>{say('describe:language')}</label>
      <select
        className="media-input"
        id={field}
        onChange={(event) => onLocale(event.target.value)}
        value={locale}
      >
        {locales.map(({ code, label }) => (
          <option key={code} value={code}>
            {typeof label === 'string' ? label : code}
          </option>
        ))}
      </select>
    </p>
  )
}

const Rows = ({
  collection,
  docs,
  locale,
  onSaved,
  total,
}: {
  collection: string
  docs: MediaDoc[]
  locale: string
  onSaved: () => void
  total: number
}) => {
  const { say } = useWords()
  const [done, setDone] = useState<ReadonlySet<string>>(new Set())
  const left = Math.max(0, total - docs.filter(({ id }) => done.has(id)).length)
  return (
    <>
      <p aria-live="polite" className="media-describe__left" role="status">
        {total === 0 ? say('describe:none') : say('describe:left', { count: left })}
      </p>
      {total === 0 ? <p className="media-describe__text">{say('describe:noneText')}</p> : null}
      <ul className="media-describe__list">
        {docs.map((doc) => (
          <Row
            collection={collection}
            doc={doc}
            key={doc.id}
            locale={locale}
            onDone={() => {
              setDone((before) => new Set([...before, doc.id]))
              onSaved()
            }}
          />
        ))}
      </ul>
    </>
  )
}

type Saving = { state: 'idle' | 'saving' | 'saved' } | { state: 'failed'; sentence: string }

const Row = ({
  collection,
  doc,
  locale,
  onDone,
}: {
  collection: string
  doc: MediaDoc
  locale: string
  onDone: () => void
}) => {
  const { say } = useWords()
  const { api } = usePlace()
  const field = useId()
  const [text, setText] = useState('')
  const [kept, setKept] = useState('')
  const [saving, setSaving] = useState<Saving>({ state: 'idle' })
  const save = async () => {
    const alt = text.trim()
    if (alt === '' || alt === kept || saving.state === 'saving') {
      return
    }
    setSaving({ state: 'saving' })
    const sentence = await request(
      `${api}/${collection}/${encodeURIComponent(doc.id)}?depth=0&locale=${encodeURIComponent(locale)}`,
      jsonOf('PATCH', { alt }),
    )
    if (sentence !== null) {
      setSaving({ state: 'failed', sentence })
      return
    }
    setKept(alt)
    setSaving({ state: 'saved' })
    onDone()
  }
  return (
    <li className="media-describe__row" data-state={saving.state}>
      <Picture doc={doc} />
      <div className="media-describe__field">
        <label className="media-describe__name" htmlFor={field}>
          <span className="media-hidden">{say('describe:input', { name: '' })}</span>
          {doc.filename ?? nameOf(doc)}
        </label>
        <input
          aria-describedby={`${field}-state`}
          aria-invalid={saving.state === 'failed'}
          autoComplete="off"
          className="media-input"
          id={field}
          lang={locale}
          maxLength={300}
          onBlur={() => void save()}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault()
              nextInput(event.currentTarget)?.focus()
            }
          }}
          value={text}
        />
        <p aria-live="polite" className="media-describe__state" id={`${field}-state`}>
          {saving.state === 'saving' ? say('describe:saving') : null}
          {saving.state === 'saved' ? say('describe:saved') : null}
          {saving.state === 'failed' ? `${say('describe:failed')}: ${saving.sentence}` : null}
        </p>
      </div>
    </li>
  )
}

/** Enter goes where Tab goes; leaving is what saves. From the last one it only leaves. */
const nextInput = (input: HTMLInputElement): HTMLElement | null => {
  const next = input.closest('li')?.nextElementSibling?.querySelector('input') ?? null
  if (!next) {
    input.blur()
  }
  return next
}
