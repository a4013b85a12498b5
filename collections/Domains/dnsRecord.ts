// The DNS record that verifies a domain. Plain functions: the admin shows what the server looks for.

/** A name of its own below the host, so that no other record is in the way. */
export const recordName = (host: string): string => `_vitrine.${host}`

export const recordValue = (token: string): string => `vitrine-verify=${token}`
