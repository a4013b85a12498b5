// A start that cannot go on says why in one sentence, without a stack, and exits with 1.

/** An error whose message is written for the person at the terminal. */
export const startError = (sentence: string): Error =>
  Object.assign(new Error(sentence), { isStartError: true })

export const isStartError = (err: unknown): err is Error =>
  err instanceof Error && 'isStartError' in err && err.isStartError === true

/** Prints what went wrong and ends the process. Unexpected errors keep their stack. */
export const failStart = (err: unknown): never => {
  if (isStartError(err)) {
    process.stderr.write(`\n✗ ${err.message}\n`)
  } else {
    console.error(err)
  }
  process.exit(1)
}
