// What the process that asked for an import and the one that does it say to each other.
import type { TypedUser } from 'payload'
import type { DocumentResult, ImportMode, ImportReport } from '../../plugins/importer/report.ts'
import type { SkipCode, Step } from '../../plugins/importer/steps.ts'
import type { ImportProgress } from '../../plugins/importer/write/run.ts'

/** How the process ends that a signal ended. */
export const STOPPED = 143

export type ImportRequest = {
  /** The email of the user with whose rights it runs, of whom only a command knows no more. */
  as?: string | undefined
  /** Names the import in all its attempts. */
  holder: string
  mode: ImportMode
  overwrite?: boolean | undefined
  skip: Record<string, SkipCode>
  source: { folder: string; name?: string }
  sourceName?: string | undefined
  tenant: string
  /** Who asked, as authentication read them. Without a user it is a command's, and the platform's. */
  user?: TypedUser | undefined
}

export type ImportMessage =
  | { type: 'step'; step: Step }
  | { type: 'progress'; progress: ImportProgress }
  | { type: 'document'; result: DocumentResult }
  | { type: 'report'; report: ImportReport }
  | { type: 'refused'; code: string; message: string }
  | { type: 'failed'; message: string }
