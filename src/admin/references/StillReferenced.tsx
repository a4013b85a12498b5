'use client'
// Wherever in the admin something is deleted that others point at, somebody decides what becomes of that: in the
// question whether to delete it (BeforeDelete.tsx), or else once the server has refused, whose answer is held.
import { Button } from '@payloadcms/ui'
import {
  createContext,
  useCallback,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import { useVitrine } from '../translations/useVitrine.ts'
import { askBeforeBreaking, type Choice, type Question } from './askBeforeBreaking.ts'
import { choiceOf, firstDecision, WhatBecomes } from './WhatBecomes.tsx'

export type Decided = { choice: Choice; collection: string } | null

/** Takes what is decided in the question that is open now. */
export const DecidedContext = createContext<(decided: Decided) => void>(() => undefined)

export const StillReferenced = ({ children }: { children: ReactNode }) => {
  const [question, setQuestion] = useState<Question | null>(null)
  const answer = useRef<((choice: Choice) => void) | null>(null)
  const decided = useRef<Decided>(null)
  const note = useCallback((next: Decided) => {
    decided.current = next
  }, [])

  const decide = useEffectEvent((asked: Question): Promise<Choice> => {
    // One at a time: what was asked before is let be.
    answer.current?.(null)
    setQuestion(asked)
    return new Promise((resolve) => {
      answer.current = resolve
    })
  })
  useEffect(() => {
    const ask = window.fetch.bind(window)
    window.fetch = askBeforeBreaking({
      ask,
      decide: (asked) => decide(asked),
      decided: (collection) =>
        decided.current?.collection === collection ? decided.current.choice : null,
    })
    return () => {
      window.fetch = ask
    }
  }, [])

  const end = (choice: Choice): void => {
    answer.current?.(choice)
    answer.current = null
    setQuestion(null)
  }
  return (
    <DecidedContext value={note}>
      {children}
      {question ? <Dialog onEnd={end} question={question} /> : null}
    </DecidedContext>
  )
}

const Dialog = ({ onEnd, question }: { onEnd: (choice: Choice) => void; question: Question }) => {
  const { t } = useVitrine()
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  const [decision, setDecision] = useState(() => firstDecision(question))
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      aria-labelledby={title}
      className="vitrine-dialog"
      onCancel={() => onEnd(null)}
      onKeyDown={({ key }) => {
        // Payload's own dialogs keep the browser from hearing of it.
        if (key === 'Escape') {
          onEnd(null)
        }
      }}
      ref={dialog}
    >
      <form
        className="vitrine-dialog__question"
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault()
          onEnd(choiceOf(decision))
        }}
      >
        <h1 id={title}>{t('stillReferenced:title')}</h1>
        <WhatBecomes decision={decision} onDecide={setDecision} question={question} />
        <div className="vitrine-dialog__actions">
          <Button buttonStyle="secondary" margin={false} onClick={() => onEnd(null)} type="button">
            {t('stillReferenced:cancel')}
          </Button>
          <Button margin={false} type="submit">
            {t('stillReferenced:confirm')}
          </Button>
        </div>
      </form>
    </dialog>
  )
}
