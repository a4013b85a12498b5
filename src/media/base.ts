/** Below this path the server delivers files. */
export const MEDIA_BASE = '/media'
