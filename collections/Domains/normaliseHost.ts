// One spelling for each host, whatever was pasted.

/** Lower case, without scheme, port, path or a trailing dot. Non-text is returned unchanged. */
export const normaliseHost = (value: unknown): unknown =>
  typeof value === 'string'
    ? value
        .trim()
        .toLowerCase()
        .replace(/^https?:\/\//, '')
        .replace(/[/:?#].*$/, '')
        .replace(/\.$/, '')
    : value
