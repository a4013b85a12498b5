'use client'
// Shows why a server function was refused. Payload's own components only know that nothing came back.
import { ServerFunctionsProvider, toast, useServerFunctions } from '@payloadcms/ui'
import type { ServerFunctionClient } from 'payload'
import { useCallback, type ReactNode } from 'react'
import type { Refused } from '../../serverFunctions/refusal.ts'
import { useVitrine } from '../translations/useVitrine.ts'

export const RefusalNotices = ({ children }: { children: ReactNode }) => {
  const { serverFunction } = useServerFunctions()
  const { t } = useVitrine()
  const told = useCallback<ServerFunctionClient>(
    async (call) => {
      const result = await answerOf(() => serverFunction(call))
      if (result === UNREADABLE || isRefused(result)) {
        const message = result === UNREADABLE ? t('refusals:general') : result.refusal.message
        // One note, however often a form asks.
        toast.error(message, { id: 'server-function-refused' })
        throw new Error(message)
      }
      return result
    },
    [serverFunction, t],
  )
  return <ServerFunctionsProvider serverFunction={told}>{children}</ServerFunctionsProvider>
}

const UNREADABLE = Symbol('unreadable')

/** What is refused before Next sees it comes as a problem, of which Next's client says only this. */
const NEXT_SENTENCE = 'An unexpected response was received from the server.'

const answerOf = async (ask: () => unknown): Promise<unknown> => {
  try {
    return await ask()
  } catch (err) {
    if (err instanceof Error && err.message === NEXT_SENTENCE) {
      return UNREADABLE
    }
    throw err
  }
}

const isRefused = (result: unknown): result is Refused =>
  typeof result === 'object' &&
  result !== null &&
  'refusal' in result &&
  typeof result.refusal === 'object'
