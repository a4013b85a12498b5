// The documents that the seed writes by hand are what they claim to be.
import { describe, expect, it } from '@jest/globals'
import { writeCaptions, writePdf } from './files.ts'

describe('writePdf', () => {
  const pdf = writePdf(['Title (one)', 'Line']).toString('latin1')

  it('starts and ends like a PDF and escapes brackets', () => {
    expect(pdf.startsWith('%PDF-1.4')).toBe(true)
    expect(pdf.trimEnd().endsWith('%%EOF')).toBe(true)
    expect(pdf).toContain('(Title \\(one\\)) Tj')
  })

  it('has a cross-reference table that points at its objects', () => {
    const offsets = [...pdf.matchAll(/^(\d{10}) 00000 n/gm)].map(([, offset]) => Number(offset))
    expect(offsets).toHaveLength(5)
    offsets.forEach((offset, index) =>
      expect(pdf.slice(offset).startsWith(`${index + 1} 0 obj`)).toBe(true),
    )
  })
})

describe('writeCaptions', () => {
  it('writes WebVTT, one cue a line', () => {
    expect(writeCaptions(['One.', 'Two.']).toString()).toBe(
      'WEBVTT\n\n00:00:00.000 --> 00:00:04.000\nOne.\n\n00:00:04.000 --> 00:00:08.000\nTwo.\n',
    )
  })
})
