// Small documents written byte by byte: a one-page PDF and a caption file.

/** A valid one-page A4 PDF; the first line is its title. Latin-1 text in a standard font. */
export const writePdf = (lines: readonly string[]): Buffer => {
  const content = [
    'BT',
    ...lines.map((line, index) => {
      const size = index === 0 ? 20 : 11
      const y = index === 0 ? 770 : 740 - index * 20
      return `/F1 ${size} Tf 1 0 0 1 64 ${y} Tm (${escapeText(line)}) Tj`
    }),
    'ET',
  ].join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = Buffer.byteLength(file, 'latin1')
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = Buffer.byteLength(file, 'latin1')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  file += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

/** WebVTT, four seconds a cue. https://www.w3.org/TR/webvtt1/ */
export const writeCaptions = (lines: readonly string[]): Buffer => {
  const stamp = (seconds: number) =>
    `00:${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}.000`
  const cues = lines.map(
    (line, index) => `${stamp(index * 4)} --> ${stamp(index * 4 + 4)}\n${line}`,
  )
  return Buffer.from(`WEBVTT\n\n${cues.join('\n\n')}\n`, 'utf8')
}

const escapeText = (line: string) =>
  line.replace(/[\\()]/g, (sign) => `\\${sign}`).replace(/’/g, '\\222')
