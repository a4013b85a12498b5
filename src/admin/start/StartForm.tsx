'use client'
// The title of what is new. Nothing is stored before it is sent.
import { Button } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useRef, useState, type FormEvent } from 'react'
import { Field } from '../forms/Field.tsx'
import { Problem } from '../forms/Problem.tsx'
import { request, type Refused } from '../forms/request.ts'
import { useFocusOnProblem } from '../forms/useFocusOnProblem.ts'
import { useVitrine } from '../translations/useVitrine.ts'

/** The parts of a story, each to fill or to leave empty: an empty one is not shown on the page. */
const PARTS = ['challenge', 'constraint', 'approach', 'outcome', 'reflection'] as const

type Props = {
  collection: 'case-studies' | 'pages'
  /** Code of the tenant's main language, in which it is written first. */
  language: string
  tenant: { id: string; name: string }
}

export const StartForm = ({ collection, language, tenant }: Props) => {
  const { t } = useVitrine()
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [isWorking, setIsWorking] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  useFocusOnProblem(form, refused)

  const start = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const title = new FormData(event.currentTarget).get('title')
    if (isWorking || typeof title !== 'string' || title.trim() === '') {
      return
    }
    setIsWorking(true)
    const answer = await request<{ doc: { id: string } }>({
      path: `/api/${collection}?draft=true&depth=0&locale=${encodeURIComponent(language)}`,
      body: {
        tenant: tenant.id,
        title,
        ...(collection === 'case-studies' ? { chapters: PARTS.map((kind) => ({ kind })) } : {}),
      },
    })
    setRefused(answer.refused)
    if (answer.data) {
      // In place of this view: what leads back leads to where one came from.
      router.replace(`/admin/collections/${collection}/${answer.data.doc.id}?locale=${language}`)
    } else {
      setIsWorking(false)
    }
  }

  return (
    <form className="vitrine-start" onSubmit={(event) => void start(event)} ref={form}>
      <h1 className="vitrine-greeting__title">{t(`start:${collection}`)}</h1>
      <p className="vitrine-greeting__where">{t('start:in', { tenant: tenant.name })}</p>
      {refused && !refused.fields.title ? <Problem refused={refused} /> : null}
      <Field
        hint={t('start:hint')}
        isFocused
        label={t('start:title')}
        maxLength={140}
        name="title"
        problem={refused?.fields.title}
      />
      <Button aria-busy={isWorking} margin={false} size="large" type="submit">
        {isWorking ? t('common:working') : t('start:begin')}
      </Button>
    </form>
  )
}
