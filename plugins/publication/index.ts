/**
 * What the public reads, made once and served from memory: finished answers (pages and JSON alike) with their
 * codings, ETags, caching policies and the tags of what was read for them. See README.md.
 */
export type { Answer } from './answer.ts'
export { isNoting, noteTags, noteUntil, unnoted } from './notes.ts'
export type { Made, Policy, Publication, PublicationOptions } from './options.ts'
export { createPublication } from './publication.ts'
export { respond, send } from './respond.ts'
