// Sending files from a browser.
export { capturePoster, frameOf, posterTimeFor } from './capturePoster.ts'
export { asUploadProblem } from './problem.ts'
export { createQueue, type QueueItem, type UploadQueue } from './queue.ts'
export { saveDocument } from './saveDocument.ts'
export { sendFile } from './sendFile.ts'
export { abandonUpload } from './session.ts'
export { ask } from './transport.ts'
export type { DuplicateFile, UploadProgress } from './types.ts'
