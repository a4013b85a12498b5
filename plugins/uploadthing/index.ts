// UploadThing as a place for raw files. See README.md.
export { uploadthingDriver, type UploadthingOptions } from './driver.ts'
export { uploadthingOptions } from './fromEnvironment.ts'
export { parseUploadthingToken, type UploadthingToken } from './token.ts'
