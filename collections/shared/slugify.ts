// Turns a title into the part of an address that stands for it.

const MAX_LENGTH = 80

/** Letters that Unicode decomposition leaves whole, and the two German conventions it gets wrong. */
const SPELLED_OUT: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  å: 'a',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/**
 * A lower-case, hyphenated slug of at most 80 characters. Letters of any script are kept; accents
 * are dropped from Latin ones. Empty when the text holds no letter or digit.
 *
 * @example slugify('Über 40 % schneller!') // 'ueber-40-schneller'
 */
export const slugify = (text: string): string => {
  const spelled = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüßæœøåłđðþı]/g, (letter) => SPELLED_OUT[letter] ?? letter)
  const slug = spelled
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return slug.length <= MAX_LENGTH ? slug : cutAtWord(slug)
}

const cutAtWord = (slug: string): string => {
  const cut = slug.slice(0, MAX_LENGTH + 1)
  const lastHyphen = cut.lastIndexOf('-')
  return lastHyphen > MAX_LENGTH / 2 ? cut.slice(0, lastHyphen) : slug.slice(0, MAX_LENGTH)
}
