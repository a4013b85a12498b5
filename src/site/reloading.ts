/** Where pages in development hear that their files were saved. */

export const DEV_SCRIPT = '/_dev/reload.js'
export const DEV_EVENTS = '/_dev/reload'

export const isDevelopment = process.env.NODE_ENV === 'development'
