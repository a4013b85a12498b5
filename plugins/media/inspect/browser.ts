// What runs in the browser, too: no Node, no sharp, only bytes.
export { readerOfBlob, readerOfBytes } from './byteReader.ts'
export { applyEditsToBlob, applyEditsToBytes } from './edits.ts'
export { identify, type Identity } from './identify.ts'
export { planStrip } from './strip.ts'
