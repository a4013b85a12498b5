// Which files Vitrine takes, by what they are and not by what they are called.

/** Pictures and films that browsers show. */
export const MEDIA_FORMATS = ['jpg', 'png', 'webp', 'avif', 'gif', 'mp4', 'mov', 'webm'] as const

/** What readers download, and captions. */
export const DOCUMENT_FORMATS = ['pdf', 'zip', 'docx', 'pptx', 'xlsx', 'vtt', 'txt', 'csv'] as const

export const FILE_FORMATS = [...MEDIA_FORMATS, ...DOCUMENT_FORMATS] as const
