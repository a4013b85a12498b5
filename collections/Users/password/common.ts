// The passwords that everybody tries first, as a set. Large, so it is loaded at the first question and
// never sent to a browser.

let known: Promise<ReadonlySet<string>> | undefined

/** In lower case; only those that are long enough to be asked about. */
export const commonPasswords = (shortest: number): Promise<ReadonlySet<string>> =>
  (known ??= load(shortest))

const load = async (shortest: number): Promise<ReadonlySet<string>> => {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  return new Set(
    dictionary['passwords-common']
      .filter((one) => one.length >= shortest)
      .map((one) => one.toLowerCase()),
  )
}
