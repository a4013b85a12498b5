// An import gives way to what answers requests: it gets a tenth of what they get. Here all processors work on
// tests, and would leave it next to nothing for minutes. So in tests it gives way a little only; that it does,
// src/importing/runInChild.test.ts sees.
import { createRequire, syncBuiltinESMExports } from 'node:module'

// Not imported: what is exported by name would be the old one.
const os = createRequire(import.meta.url)('node:os')

// The module outlives the test file: what replaced it once stays.
const setPriority = os.setPriority.original ?? os.setPriority
os.setPriority = (pid, priority) => setPriority(pid, Math.sign(priority))
os.setPriority.original = setPriority
syncBuiltinESMExports()
