// Notes what is read while something is made for readers, so that it is made anew when that changes. Every read passes
// the database adapter, those that populate and those of hooks included.
import type { DatabaseAdapterObj, Where } from 'payload'
import { isNoting, noteTags } from '../../../plugins/publication/index.ts'
import { addRow, tagsOfQuestion } from './tagsOfRead.ts'

type Args = { collection: string; where?: Where | undefined }
type Method = (this: unknown, args: Args) => Promise<unknown>

const READS = [
  'count',
  'countVersions',
  'find',
  'findDistinct',
  'findOne',
  'findVersions',
  'queryDrafts',
] as const

/** The same database, which notes what is read. Costs nothing where nobody asks for it. */
export const recordingReads = <T extends DatabaseAdapterObj>(database: T): T => ({
  ...database,
  init: (args) => {
    const made = database.init(args)
    const methods = made as unknown as Record<string, Method | undefined>
    for (const name of READS) {
      const original = methods[name]
      if (original) {
        methods[name] = function (asked) {
          return isNoting() ? noted(asked, original.call(this, asked)) : original.call(this, asked)
        }
      }
    }
    return made
  },
})

const noted = async (asked: Args, reading: Promise<unknown>): Promise<unknown> => {
  // Before it is answered: a change meanwhile makes the answer old, and so it does when there is none.
  noteTags(tagsOfQuestion(asked))
  const answer = await reading
  const tags = new Set<string>()
  for (const row of rowsOf(answer)) {
    addRow(row, tags)
  }
  noteTags(tags)
  return answer
}

/** Many documents, one, or none. */
const rowsOf = (answer: unknown): unknown[] =>
  typeof answer === 'object' && answer !== null
    ? 'docs' in answer && Array.isArray(answer.docs)
      ? answer.docs
      : [answer]
    : []
