// The URL that links in mails and canonical addresses begin with.

/** SERVER_URL, or this machine with the port that the server listens on. Without a trailing slash. */
export const publicUrl = (): string =>
  (process.env.SERVER_URL || `http://localhost:${process.env.PORT || 3000}`).replace(/\/+$/, '')
