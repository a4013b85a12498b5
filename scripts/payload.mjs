// Payload's own command line, with what our configuration needs set. Used by `npm run migrate`,
// `npm run types` and the server's own migrations.
process.env.PAYLOAD_DISABLE_DEPENDENCY_CHECKER ??= 'true'
process.env.PAYLOAD_SECRET ||= 'only-for-the-command-line'
const { bin } = await import('../node_modules/payload/dist/bin/index.js')
await bin()
