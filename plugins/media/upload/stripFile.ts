// Takes out of a file, before it leaves the browser, what nobody meant to publish.
import { asUploadProblem, uploadProblem } from './problem.ts'

/**
 * The file without its metadata, as a Blob that refers to the same bytes. What is not recognised
 * stays as it is; the server decides about it.
 *
 * @throws UploadProblem where a file is damaged, or cannot be made clean
 */
export const stripFile = async (file: File): Promise<Blob> => {
  try {
    // Only when somebody uploads.
    const { applyEditsToBlob, identify, planStrip, readerOfBlob } =
      await import('../inspect/browser.ts')
    const reader = readerOfBlob(file)
    const identity = await identify(reader, { name: file.name })
    if (identity === null) {
      return file
    }
    const edits = await planStrip(reader, identity)
    return edits.length === 0 ? file : applyEditsToBlob(file, edits)
  } catch (err) {
    if (err instanceof Error && 'isFileProblem' in err) {
      throw asUploadProblem(err)
    }
    throw uploadProblem({ code: 'upload_uncleaned', cause: err })
  }
}
