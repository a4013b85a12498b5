// How versions are kept wherever there are drafts.
import type { CollectionConfig } from 'payload'

/**
 * For the small forms of what studies refer to. No autosave: opening the form would already store an
 * empty draft.
 */
export const REVIEWED_VERSIONS: CollectionConfig['versions'] = { maxPerDoc: 50, drafts: true }

export const DRAFT_VERSIONS: CollectionConfig['versions'] = {
  // 0 keeps every version.
  maxPerDoc: 0,
  drafts: {
    autosave: { interval: 800, showSaveDraftButton: true },
    schedulePublish: { timeIntervals: 5 },
  },
}

/** Collections whose form is stored while it is typed. */
export const AUTOSAVED = ['case-studies', 'pages'] as const
export type Autosaved = (typeof AUTOSAVED)[number]

export const isAutosaved = (slug: unknown): slug is Autosaved =>
  (AUTOSAVED as readonly unknown[]).includes(slug)
