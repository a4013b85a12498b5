/** What a study refers to shows once an editor has published it. Only the preview, which is for its own people, is ahead. */
import { populated, type Maybe, type Ref } from '../documents.ts'
import type { PresentContext } from './context.ts'

/** The document behind a reference, or null when readers may not meet it. Unknown counts as unpublished. */
export const shown = <T extends { id: string; _status?: Maybe<string> }>(
  ref: Ref<T>,
  { showsDrafts }: Pick<PresentContext, 'showsDrafts'>,
): T | null => {
  const doc = populated(ref)
  return doc && (showsDrafts || doc._status === 'published') ? doc : null
}

export const shownList = <T extends { id: string; _status?: Maybe<string> }>(
  refs: Maybe<Ref<T>[]>,
  context: Pick<PresentContext, 'showsDrafts'>,
): T[] => (refs ?? []).flatMap((ref) => shown(ref, context) ?? [])
