// Whether a plain text is Markdown. A sign of it decides that ordinary text does not have; an asterisk, a
// hash or a dash alone is none.

export const looksLikeMarkdown = (source: string): boolean => {
  const text = beginningOf(source)
  if (CERTAIN.some((sign) => sign.test(text))) {
    return true
  }
  if (looksLikeCode(text)) {
    return false
  }
  const likely = LIKELY.filter((sign) => sign.test(text)).length
  const slight = SLIGHT.filter((sign) => sign.test(text)).length
  return likely > 0 || slight > 1
}

/** Enough to tell, and little enough to look through for signs that begin and never end. */
const beginningOf = (source: string): string =>
  source
    .slice(0, 20_000)
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.slice(0, 1_000))
    .join('\n')

/** Nobody writes these otherwise, in code neither. */
const CERTAIN = [
  // A fence that closes.
  /^ {0,3}(`{3,}|~{3,})[^`\n]*\n[\s\S]*?^ {0,3}\1/m,
  // The line below the head of a table.
  /^.*\|.*\n {0,3}\|?[ \t]*:?-{3,}:?[ \t]*(\|[ \t]*:?-{3,}:?[ \t]*)+\|?[ \t]*$/m,
  /^[ \t]*[-*+] \[[ xX]\] \S/m,
  // [words](where), and pictures.
  /!?\[[^\]\n]+\]\((https?:\/\/|mailto:|attachment:|\/|#|\.{0,2}\/)[^\s)]*( "[^"\n]*")?\)/,
  /^\[[^\]\n]+\]:\s+https?:\/\/\S+/m,
  /^\[\^[^\]\n]+\]:\s+\S/m,
]

const LIKELY = [
  /^ {0,3}#{1,6} +\S/m,
  /^\S.*\n={3,} *$/m,
  // Two words or one between asterisks, as nobody multiplies.
  /(^|[\s("„“])\*\*(?=\S)[^*\n]{1,300}?\*\*(?=[\s).,;:!?"”“–—-]|$)/m,
  // At least two points with the same sign.
  /^[ \t]*([-*+•◦▪‣]) +\S.*\n(?:[ \t]*\n|[ \t]{2,}\S.*\n)*[ \t]*\1 +\S/m,
  // Points that are counted.
  /^[ \t]*1[.)] +\S.*\n(?:[ \t]*\n|[ \t]{2,}\S.*\n)*[ \t]*2[.)] +\S/m,
]

/** Two of them together are more than chance. */
const SLIGHT = [
  /^ {0,3}> ?\S/m,
  /^ {0,3}(-{3,}|\*{3,}|_{3,}) *$/m,
  /(^|[\s(])`[^`\n]+`(?=[\s).,;:!?]|$)/m,
  /(^|[\s(])[*_](?=[^\s*_])[^*_\n]{1,200}[^\s*_][*_](?=[\s).,;:!?]|$)/m,
  /(^|[\s(])__(?=\S)[^_\n]{1,300}__(?=[\s).,;:!?]|$)/m,
  /(^|\s)~~(?=\S)[^~\n]+~~(?=\s|$)/m,
]

/** A hash begins a comment, and a dash an option or an entry, in programs and their settings. */
const looksLikeCode = (text: string): boolean => {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const code = lines.filter((line) => CODE.test(line))
  return lines.length > 1 && code.length * 4 >= lines.length
}

const CODE =
  /[;{}]\s*$|^\s*(import|from|export|const|let|var|def|class|function|return|if|for|while|echo|sudo|cd|npm|pip|git|#!)\b.*[^.!?]$|^\s*[\w.-]+ ?(=|:=|\+=) ?\S|^\s*[\w-]+:(\s+[^\s].*)?$|^\s*<\/?[a-z]/
