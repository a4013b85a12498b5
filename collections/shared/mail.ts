// The one layout of every mail that Vitrine sends: a sentence, some lines, perhaps a button.

type MailWords = {
  subject: string
  /** The sentence in large letters. */
  lead: string
  /** Below it. */
  lines?: string[]
  button?: { label: string; url: string }
  /** In small letters, below the button. */
  notes?: string[]
}

export type Mail = { subject: string; text: string; html: string }

/** Everything in it may have been written by people: it is escaped here and nowhere else. */
export const mailOf = ({ button, lead, lines = [], notes = [], subject }: MailWords): Mail => ({
  subject: oneLine(subject),
  text: [
    lead,
    ...lines,
    '',
    ...(button ? [`${button.label}:`, button.url, ''] : []),
    ...notes.flatMap((note) => [note, '']),
  ].join('\n'),
  html: page({ button, lead, lines, notes }),
})

const page = ({
  button,
  lead,
  lines,
  notes,
}: Required<Omit<MailWords, 'button' | 'subject'>> & Pick<MailWords, 'button'>): string => {
  const url = button && escaped(button.url)
  const parts = [
    `<p style="margin:0 0 24px;font-weight:600;letter-spacing:-0.02em">Vitrine</p>`,
    `<p style="margin:0 0 8px;font-size:20px;line-height:1.35">${escaped(lead)}</p>`,
    ...lines.map((line) => `<p style="margin:0 0 24px">${escaped(line)}</p>`),
    ...(button
      ? [
          `<p style="margin:0 0 24px"><a href="${url}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:#046756;color:#ffffff;font-weight:600;text-decoration:none">${escaped(button.label)}</a></p>`,
        ]
      : []),
    ...notes.map(
      (note, index) =>
        `<p style="margin:0 0 ${index === notes.length - 1 ? 24 : 8}px;font-size:14px">${escaped(note)}</p>`,
    ),
    ...(button ? [`<p style="margin:0;font-size:12px;overflow-wrap:anywhere">${url}</p>`] : []),
  ]
  // Mail programs know neither style sheets nor variables: the colours stand where they are used.
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head>
<body style="margin:0;padding:32px 16px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif">
<div style="max-width:480px;margin:0 auto">
${parts.join('\n')}
</div>
</body>
</html>`
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
