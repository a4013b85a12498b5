// The admin is served on tenants' own domains too, where its cookies are that host's. So its calls
// go to the host that it came from: what the browser is told of the configuration names no other.

/** Payload copies the enumerable properties of its configuration for the browser; the server reads on. */
export const keepAddressFromBrowser = <T extends { serverURL: string }>(config: T): T =>
  // An empty one stays: Payload's components join it to addresses of files, which then are relative.
  config.serverURL === ''
    ? config
    : Object.defineProperty(config, 'serverURL', { enumerable: false })
