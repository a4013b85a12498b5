/**
 * `URL.canParse` must not be asked: on Node 20 it answers no for every URL with an accent (`https://ö.example`) once
 * it was asked often enough to be compiled.
 *
 * @returns `null` for what is no URL.
 */
export const parseUrl = (text: string, base?: string): URL | null => {
  try {
    return new URL(text, base)
  } catch {
    return null
  }
}
