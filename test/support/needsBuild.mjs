// Which test files start the server, for which the admin and the sites have to be built.
import { readFileSync } from 'node:fs'

/** @param file Its path. */
export const needsBuild = (file) =>
  /\/test\/(browser|process|upgrades)\//.test(file) ||
  /\bsupport\/(editing|process|serverFunctions)\.ts'/.test(readFileSync(file, 'utf8'))
