/**
 * What can be wrong with a file, as sentences for the people who upload it. Each has a stable `code`
 * for programs; the sentence can be replaced by one that knows more (a size, a name).
 */
export const FILE_PROBLEMS = Object.freeze({
  file_empty: 'This file is empty. Choose it again, or export it anew.',
  file_too_large: 'This file is larger than what fits here. Make it smaller first.',
  file_damaged:
    'This file is damaged: its parts do not fit together. Open it in a program that shows it, save it anew and upload that.',
  type_unknown:
    'This file is of a kind that cannot be recognised. Export it in a common format and upload that.',
  type_not_allowed: 'Files of this kind cannot be uploaded here. Export it in another format.',
  type_mismatch:
    'This file is not what its name says. Give it the ending that fits its content, or export it again.',
  not_a_picture:
    'This file is not a picture that can be shown. Upload a JPEG, PNG, WebP, AVIF or GIF.',
  picture_truncated:
    'This picture breaks off or is damaged. Copy or export it again and upload the new file.',
  picture_too_large: 'This picture has more pixels than fit here. Make it smaller first.',
  not_a_video: 'There is no film in this file. Upload an MP4, MOV or WebM with moving pictures.',
  video_unreadable:
    'This film cannot be read: it breaks off or is damaged. Export it again as MP4 or WebM and upload that.',
})

export type FileProblemCode = keyof typeof FILE_PROBLEMS

/** An error whose message may be shown to the person who brought the file. */
export type FileProblem = Error & { code: FileProblemCode; isFileProblem: true }

/**
 * Makes the error; the caller throws it.
 *
 * @param sentence default: the one of the catalogue
 * @param cause what a library said, for the log
 * @example throw fileProblem('file_empty')
 */
export const fileProblem = (
  code: FileProblemCode,
  sentence: string = FILE_PROBLEMS[code],
  cause?: unknown,
): FileProblem =>
  Object.assign(new Error(sentence, cause === undefined ? undefined : { cause }), {
    code,
    isFileProblem: true as const,
  })

export const isFileProblem = (err: unknown): err is FileProblem =>
  err instanceof Error && 'isFileProblem' in err && err.isFileProblem === true
