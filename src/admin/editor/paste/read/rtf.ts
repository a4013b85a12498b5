// The pictures in RTF. Word gives a browser the paths of its pictures and keeps the pictures themselves in here.

export type RtfPicture = { bytes: Uint8Array<ArrayBuffer>; mimeType: 'image/jpeg' | 'image/png' }

/** Of each picture of the text, in its order; null for formats that no browser shows. */
export const picturesInRtf = (rtf: string): (RtfPicture | null)[] =>
  groupsOf(rtf).flatMap((group) => {
    const body = withoutGroups(group)
    const mimeType = /\\pngblip\b/.test(body)
      ? 'image/png'
      : /\\jpegblip\b/.test(body)
        ? 'image/jpeg'
        : null
    const bytes = mimeType && bytesOf(body)
    return [bytes && mimeType ? { bytes, mimeType } : null]
  })

/**
 * The `\pict` groups with all that is in them. Word writes each picture twice, the second time in `\nonshppict` for
 * programs of 1995, and those of bullets in `\*\listpicture`; neither is one of the text.
 */
const groupsOf = (rtf: string): string[] => {
  const groups: string[] = []
  for (const { index } of rtf.matchAll(/\{\\pict\b/g)) {
    const before = rtf.slice(Math.max(0, index - 60), index)
    if (!/\\nonshppict\s*$|\\listpicture\s*$|\\objdata[^{}]*$/.test(before)) {
      groups.push(rtf.slice(index, endOf(rtf, index)))
    }
  }
  return groups
}

const endOf = (rtf: string, start: number): number => {
  let depth = 0
  for (let at = start; at < rtf.length; at += 1) {
    const sign = rtf[at]
    if (sign === '\\') {
      at += 1
    } else if (sign === '{') {
      depth += 1
    } else if (sign === '}') {
      depth -= 1
      if (depth === 0) {
        return at
      }
    }
  }
  return rtf.length
}

/** The group without its first brace, and without the groups in it, which describe the picture. */
const withoutGroups = (group: string): string => {
  const parts: string[] = []
  let depth = 0
  let from = 1
  for (let at = 1; at < group.length; at += 1) {
    const sign = group[at]
    if (sign === '{') {
      if (depth === 0) {
        parts.push(group.slice(from, at))
      }
      depth += 1
    } else if (sign === '}') {
      depth -= 1
      from = at + 1
    }
  }
  return [...parts, group.slice(from)].join(' ')
}

const bytesOf = (body: string): Uint8Array<ArrayBuffer> | null => {
  const digits = body.replace(/\\[a-z]+-?\d* ?/gi, ' ').replace(/\s+/g, '')
  if (digits.length < 2 || digits.length % 2 === 1 || !/^[\da-f]+$/i.test(digits)) {
    return null
  }
  const bytes = new Uint8Array(digits.length / 2)
  for (let at = 0; at < bytes.length; at += 1) {
    bytes[at] = Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16)
  }
  return bytes
}
