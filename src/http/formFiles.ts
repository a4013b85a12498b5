// The files of a form that Payload wrote to the disk; see src/config/multipart.ts. A file that was kept is in its
// store by the time of the answer, and nothing else removes one that was refused.
import { rm } from 'node:fs/promises'
import type { Payload } from 'payload'

type FormFile = { tempFilePath?: string }

/** @param request The one that Payload read; Payload notes its files on it. */
export const removeFormFiles = async ({
  payload,
  request,
}: {
  payload: Payload
  request: Request
}): Promise<void> => {
  const { files = {} } = request as { files?: Record<string, FormFile | FormFile[]> }
  for (const { tempFilePath } of Object.values(files).flat()) {
    if (tempFilePath) {
      await rm(tempFilePath, { force: true }).catch((err: unknown) =>
        // The sweep finds it later; the answer stands.
        payload.logger.warn({ msg: 'What a form left on the disk will be swept.', err }),
      )
    }
  }
}
