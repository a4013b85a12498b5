/** Sends the upload and reads the answer line by line. */
import type { ImportLine } from '../endpoints/import.ts'
import type { ImportMode, ImportReport } from '../report.ts'
import type { ImportProgress } from '../write/run.ts'

type Outcome = { step: 'done'; report: ImportReport } | { step: 'refused'; message: string }

const LOST =
  'The connection was lost. The import goes on by itself; run it once more later to see what arrived.'

export const sendImport = async ({
  file,
  mode,
  onProgress,
  overwrite,
  source,
  tenant,
  url,
}: {
  file: File
  mode: ImportMode
  onProgress: (progress: ImportProgress) => void
  overwrite: boolean
  source: string
  tenant: string
  url: string
}): Promise<Outcome> => {
  const body = new FormData()
  body.append('file', file)
  body.append('_payload', JSON.stringify({ mode, overwrite, source, tenant }))
  try {
    const response = await fetch(url, { body, credentials: 'include', method: 'POST' })
    if (!response.ok || !response.body) {
      const problem = (await response.json().catch(() => ({}))) as {
        detail?: string
        errors?: Array<{ message?: string }>
      }
      return {
        message:
          problem.detail ??
          problem.errors?.[0]?.message ??
          `The server answered ${response.status}. Try again.`,
        step: 'refused',
      }
    }
    let outcome: Outcome = { message: LOST, step: 'refused' }
    for await (const line of linesOf(response.body)) {
      if (line.type === 'progress') {
        onProgress(line)
      } else {
        outcome =
          line.type === 'report'
            ? { report: line.report, step: 'done' }
            : { message: line.message, step: 'refused' }
      }
    }
    return outcome
  } catch {
    return { message: LOST, step: 'refused' }
  }
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<ImportLine> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) {
      return
    }
    const lines = (rest + value).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      yield JSON.parse(line) as ImportLine
    }
  }
}
