// The passwords that everybody tries first, as a set. Large, so it is loaded at the first question and
// never sent to a browser.

let known: Promise<ReadonlySet<string>> | undefined

/** In lower case. */
export const commonPasswords = (): Promise<ReadonlySet<string>> => (known ??= load())

const load = async (): Promise<ReadonlySet<string>> => {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  return new Set(dictionary['passwords-common'].map((one) => one.toLowerCase()))
}
