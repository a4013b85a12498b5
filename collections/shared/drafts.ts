// How versions are kept wherever there are drafts.
import type { CollectionConfig } from 'payload'

export const DRAFT_VERSIONS: CollectionConfig['versions'] = {
  // 0 keeps every version.
  maxPerDoc: 0,
  drafts: {
    autosave: { interval: 800, showSaveDraftButton: true },
    schedulePublish: { timeIntervals: 5 },
  },
}
