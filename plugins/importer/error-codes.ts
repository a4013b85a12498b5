/**
 * The importer's catalogue of sentences. Every remark in a report has a stable `code` (for programs)
 * and the sentence below (for people). Group headings of the report are these sentences.
 */
export const IMPORT_REMARKS = Object.freeze({
  // Whole files that did not become a document.
  EMPTY_FILE: 'The file is empty, so there was nothing to bring.',
  FILE_TOO_LARGE: 'The file is larger than the importer takes. Split it or make it smaller.',
  NOT_TEXT: 'The file is not text, although its name says so.',
  UNREADABLE_FILE: 'The file could not be read.',
  OUTSIDE_FOLDER:
    'The reference leads outside the folder that is being imported. It was not followed.',
  PASSED_OVER:
    'Hidden files, and folders that programs keep (node_modules, vendor, __MACOSX), were not looked at.',
  NOT_A_DOCUMENT: 'A file about the project (readme, licence…), not content.',
  SECTION_INDEX: 'A list or section page. Vitrine makes its own lists.',
  TOO_MANY_DOCUMENTS: 'The folder holds more documents than one import takes. Import it in parts.',
  BAD_EXPORT: 'The file is not a WordPress export that can be read.',
  ENTRY_DAMAGED:
    'The XML of this entry is damaged, so it was left out. Export it again, or repair the line.',
  ENTRY_CUT_OFF:
    'The export ends in the middle of this entry, so it was left out. Export it again.',
  EXPORT_CUT_OFF:
    'The export ends too early, so entries may be missing. Export it again and import that: nothing is doubled.',
  EXPORT_DAMAGED:
    'The XML around the entries is damaged. What could be read was imported; export it again for the rest.',
  NOT_CONTENT: 'An entry that is not content (menu, revision, comment, bin).',
  WRITE_FAILED: 'The document could not be saved.',
  TOO_SLOW:
    'It took longer than 30 seconds, so it was left out. Make it shorter or simpler and import it again.',
  TOO_MUCH_MEMORY:
    'It needed more than 1 GB of memory, so it was left out. Make it shorter or simpler and import it again.',
  CRASHED: 'The process that worked on it ended, so it was left out.',
  READ_FAILED: 'The document could not be understood.',
  NESTED_TOO_DEEPLY:
    'It is nested too deeply (lists, quotes or elements inside each other), so it was left out. Make it flatter and import it again.',

  // Front matter.
  BAD_FRONT_MATTER: 'The front matter is not valid. What could be read line by line was kept.',
  NO_FRONT_MATTER:
    'There is no front matter. The title comes from the first heading or the file name.',
  NO_TITLE: 'There is no title. It was made from the file name.',
  ENCODING: 'The file is not UTF-8. It was read as Windows-1252.',
  DUPLICATE_FIELD: 'A front matter field stands there twice. The last one counts.',
  STAYS_DRAFT: 'The source does not clearly say that this is published. It stays a draft.',
  UNKNOWN_FIELD: 'A front matter field has no place in a case study and was not brought.',
  BAD_DATE: 'The date could not be understood and was not brought.',
  TAG_WITHOUT_PLACE:
    'A tag is neither a known service, industry nor technology, and was not brought.',
  AUTHOR_HANDLE: 'The author is only a handle. The name was made from it; please check.',
  KEPT_MEANWHILE:
    'It was edited here while the import ran, so it was kept as the editor left it. Run the import again.',
  SLUG_TAKEN: 'The address was taken by another study. A number was added.',
  WAS_PROTECTED: 'The page had a password. It was brought as a private draft.',

  // Templates.
  UNKNOWN_INCLUDE:
    'An include, shortcode or component is not known. Its text was kept where it had any.',
  TEMPLATE_LOGIC:
    'Template logic (if, for, assign…) does not run here. Plain text inside it was kept.',
  TEMPLATE_VARIABLE: 'A template variable has no value here and was left out.',
  DYNAMIC_BLOCK:
    'A block that the old system fills by itself (latest posts, search…) was left out.',

  // Body.
  DROPPED_ELEMENT: 'An element has no counterpart and was left out.',
  UNSAFE_LINK: 'A link does not lead to a web page, mail or telephone. Its text was kept.',
  EMPTY_LINK: 'A link leads nowhere. Its text was kept.',
  LINK_NOT_IMPORTED:
    'A link leads to a page of the old site that is not part of this import. It was kept as it is.',
  NESTED_TABLE: 'A table inside a table was brought as text.',

  TEXT_SHORTENED:
    'A text is longer than its field takes. It was shortened at a word; the source has the rest.',

  // Media.
  MISSING_IMAGE: 'The image is not in the folder.',
  REMOTE_IMAGE: 'The image is on another server. The importer does not download; add it by hand.',
  BAD_IMAGE: 'The file is not an image that can be read.',
  IMAGE_TOO_LARGE: 'The image is larger than the importer takes.',
  EMBEDDED_IMAGE: 'The image is written into the page as data and could not be read.',
  MEDIA_FAILED: 'The image could not be saved.',
  NO_ALT_TEXT:
    'The image has no alternative text. Its caption or file name stands in; please describe it.',
  SVG_RASTERISED: 'A drawing (SVG) was brought as a PNG image.',
  MISSING_FILE: 'A linked file is not in the folder.',
  DOCUMENT_FAILED: 'A linked file could not be saved.',

  // Side records.
  PERSON_FAILED: 'A person could not be saved.',
  ORGANISATION_FAILED: 'An organisation could not be saved.',
  CLIENT_NOT_NAMED: 'Clients that the site lists but no page names were not brought.',
  OUTCOME_WITHOUT_NUMBER: 'A result without a number was brought as text.',
  TERM_FAILED: 'A service, industry or technology could not be saved.',
  TESTIMONIAL_FAILED: 'A testimonial could not be saved.',
  REDIRECT_FAILED: 'A redirect could not be saved.',

  // A second run.
  NOT_ALLOWED_ANY_MORE:
    'You were signed out or lost the right to import while this ran. Sign in again and import the rest.',
  KEPT_EDITED: 'It was edited here since the last import. Run with --overwrite to replace it.',
  KEPT_TRASHED: 'It is in the bin here. Restore it or run with --overwrite to bring it back.',
} as const)

export type RemarkCode = keyof typeof IMPORT_REMARKS

/** Refusals before an import begins: one sentence that says what to do. */
export const IMPORT_REFUSALS = Object.freeze({
  NO_SOURCE: 'Say what to import: a folder, a .zip, a Markdown file or a WordPress export (.xml).',
  SOURCE_NOT_FOUND: 'There is no folder or file with that name.',
  SOURCE_EMPTY:
    'Nothing to import was found: no Markdown, no HTML with front matter, no WordPress export.',
  BAD_ZIP: 'The .zip could not be opened. Make it again and send it once more.',
  ZIP_DAMAGED:
    'The .zip is damaged, or holds something else than it says. Make it again and send it once more.',
  ZIP_REPEATS:
    'The .zip holds two files of the same name, and only one could be imported. Rename one, make it again and send it once more.',
  ZIP_TOO_LARGE: 'The .zip unpacks to more than the importer takes. Use npm run import for it.',
  UPLOAD_TOO_LARGE: 'The upload is larger than the importer takes. Use npm run import for it.',
  EXPORT_TOO_LARGE:
    'The file is larger than the importer takes. Export it in parts, for example a year at a time.',
  IMPORT_TOO_SLOW: 'Reading this takes longer than an import may. Import it in parts.',
  IMPORT_TOO_LARGE: 'Reading this needs more than 1 GB of memory. Import it in parts.',
  IMPORT_STOPPED:
    'The import was stopped with its server. Run it again: what has arrived is kept, and nothing is doubled.',
  IMPORT_CRASHED:
    'The process of the import ended unexpectedly. Run it again, or import it in parts.',
  UNSUPPORTED_FILE: 'Send a .zip of the folder, a Markdown file, or a WordPress export (.xml).',
  NO_TENANT: 'Say which tenant to import into: --tenant <slug>.',
  TENANT_NOT_FOUND: 'There is no tenant with that slug.',
  USER_NOT_FOUND: 'There is no user with that email.',
  UNKNOWN_OPTION: 'That option is not known.',
  MODE_CONFLICT: 'Choose either --dry-run or --publish.',
  NO_FILE: 'Choose a file first.',
  ALREADY_RUNNING: 'An import into this tenant is under way. Wait until it is done.',
  NOT_ALLOWED: 'Only admins and owners of the tenant can import into it.',
  NOT_SIGNED_IN: 'Sign in first.',
  BAD_SOURCE_NAME: 'The name of a source has 1 to 200 characters.',
  SOURCE_LOOKS_DIFFERENT:
    'Documents of a source with this name are here, and none of them looks like those of this one. Is it another site? Then give it a name of its own with --source (in the admin: Source). If it is the same, give that name.',
  CANNOT_WRITE_REPORT: 'The report could not be written to that file.',
} as const)

export type RefusalCode = keyof typeof IMPORT_REFUSALS

/** An import that cannot begin. `message` is a whole sentence for people. */
export type ImportRefusal = Error & { code: RefusalCode }

export const refusal = ({ code, detail }: { code: RefusalCode; detail?: string }): ImportRefusal =>
  Object.assign(
    new Error(detail ? `${IMPORT_REFUSALS[code]} (${detail})` : IMPORT_REFUSALS[code]),
    {
      code,
    },
  )

export const isRefusal = (error: unknown): error is ImportRefusal =>
  error instanceof Error && 'code' in error && String(error.code) in IMPORT_REFUSALS
