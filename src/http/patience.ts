// How long the server waits for what a client sends. Operators may change it, and no request can.

/** Milliseconds. Enough for the largest document from a slow telephone. */
export const REQUEST_MS = 30_000

/** Milliseconds for the headers of a request, and as many again for its body, files apart. */
export const requestMs = (): number => Number(process.env.REQUEST_TIMEOUT_MS || REQUEST_MS)

/**
 * Milliseconds for a request with a file. Much longer than it takes at the least speed to send a part of a large one;
 * a connection that nobody reads any more is not kept for ever.
 */
export const UPLOAD_MS = 6 * 60 * 60_000
