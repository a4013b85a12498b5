import type { VitrineKey } from '../translations/types.ts'

const NAMES: Readonly<Record<string, VitrineKey>> = {
  challenge: 'rows:challenge',
  constraint: 'rows:constraint',
  approach: 'rows:approach',
  outcome: 'rows:outcomeChapter',
  reflection: 'rows:reflection',
  story: 'rows:story',
}

/** What a chapter is called by its part in the story, as a key of the translations. */
export const chapterName = (kind: unknown): VitrineKey => NAMES[String(kind)] ?? 'rows:chapter'
