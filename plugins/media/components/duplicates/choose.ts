// Which of several equal files stays. Pure.
import type { MediaDoc } from '../shared/mediaDoc.ts'

export type Copy = Pick<MediaDoc, 'id' | 'filename' | 'alt' | 'filesize' | 'thumbnailURL' | 'uses'>

export type Group = { etag: string; docs: Copy[] }

/** The one that most places use; of those the one that is described; of those the first. */
export const bestOf = (docs: readonly Copy[]): Copy | undefined =>
  [...docs].sort((a, b) => (b.uses ?? 0) - (a.uses ?? 0) || isDescribed(b) - isDescribed(a))[0]

/** Copies that nothing uses, but the one to keep. */
export const removable = ({ docs, keep }: { docs: readonly Copy[]; keep: string }): Copy[] =>
  docs.filter(({ id, uses }) => id !== keep && (uses ?? 0) === 0)

const isDescribed = ({ alt }: Copy): number => (alt?.trim() ? 1 : 0)
