// What browser and server say to each other while a file travels.

/** The answer of `POST /api/<collection>/uploads`. */
export type UploadTicket = {
  ticket: string
  /** `direct`: to where the file will lie; `server`: through this server. */
  kind: 'direct' | 'server'
  url: string
  /** `direct` only: form fields that go before `file`. */
  fields?: Record<string, string> | null
  /** Bytes of each chunk but the last; `null`: in one request. */
  chunkSize: number | null
  /** ISO 8601. */
  expiresAt: string
  maxBytes: number
}

/** What a document is made with, in place of the bytes. */
export type UploadedFile = {
  filename: string
  mimeType: string
  size: number
  clientUploadContext: { signedReceipt: string }
}

export type DuplicateFile = {
  id: string
  filename: string
  alt?: string | null
  thumbnailURL?: string | null
}

/** The answer of `POST /api/<collection>/uploads/complete`. */
export type CompletedUpload = {
  file: UploadedFile
  preview: {
    width?: number | null
    height?: number | null
    /** Seconds. */
    duration?: number | null
    url?: string | null
  } | null
  /** Files of the tenant with the same bytes. */
  duplicates: DuplicateFile[]
}

export type UploadPhase = 'preparing' | 'sending' | 'finishing'

export type UploadProgress = {
  phase: UploadPhase
  /** Bytes that have left, those in flight included. */
  sent: number
  /** Bytes in all; after the metadata is out. */
  total: number
}
