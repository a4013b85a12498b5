// Payload hashes a password in 600,000 rounds: most of a second, for each of the people that a test makes and
// signs in. In tests a thousandth of them does, and in servers on the database of a test; test/attacks/
// passwords.test.ts sees how many were asked for.
import { createRequire, syncBuiltinESMExports } from 'node:module'

// Not imported: what is exported by name would be the old one.
const crypto = createRequire(import.meta.url)('node:crypto')

for (const name of ['pbkdf2', 'pbkdf2Sync']) {
  // The module outlives the test file: what replaced it once stays.
  const hash = crypto[name].original ?? crypto[name]
  crypto[name] = (password, salt, rounds, ...rest) =>
    hash(password, salt, Math.ceil(rounds / 1000), ...rest)
  crypto[name].original = hash
}
syncBuiltinESMExports()
