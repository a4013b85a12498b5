// What something is called while it is not stored yet, and has no title of its own.
import { vitrineEn } from '../translations/en.ts'
import type { Translate } from '../translations/types.ts'

type Named = keyof typeof vitrineEn.newTitles

/** “New case study”; for what nobody makes in the admin, “Untitled”. */
export const newTitle = ({ collection, t }: { collection: string; t: Translate }): string =>
  isNamed(collection) ? t(`newTitles:${collection}`) : t('common:untitled')

const isNamed = (collection: string): collection is Named =>
  Object.hasOwn(vitrineEn.newTitles, collection)
