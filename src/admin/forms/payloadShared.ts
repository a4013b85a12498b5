// What Payload's forms in the browser import as `payload/shared`: the same, with the one validator of emails.
// Payload's own knows ASCII only, and would keep people from signing in whose emails the server takes.
export * from '../../../node_modules/payload/dist/exports/shared.js'
export { validateEmail as email } from '../../../collections/shared/email.ts'
