// The mail that invites somebody.

type InvitationMail = {
  /** `null` when Vitrine itself invites. */
  inviter: string | null
  tenant: string
  role: string
  link: string
  expiresAt: Date
}

export const invitationMail = ({ expiresAt, inviter, link, role, tenant }: InvitationMail) => {
  const until = `${expiresAt.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })}`
  const asks = inviter
    ? `${inviter} invites you to work on the case studies of ${tenant}.`
    : `You are invited to work on the case studies of ${tenant}.`
  const as = `Your role there: ${role}.`
  const good = `The link is good once, until ${until}. Afterwards, ask for a new one.`
  const unexpected = 'You did not expect this? Then leave it; nothing happens without you.'
  return {
    subject: inviter ? `${inviter} invites you to ${tenant}` : `An invitation to ${tenant}`,
    text: [asks, as, '', 'Accept the invitation:', link, '', good, '', unexpected, ''].join('\n'),
    html: page({ as, asks, good, link, unexpected }),
  }
}

const page = (words: {
  as: string
  asks: string
  good: string
  link: string
  unexpected: string
}): string => {
  const { as, asks, good, link, unexpected } = Object.fromEntries(
    Object.entries(words).map(([key, value]) => [key, escaped(value)]),
  ) as typeof words
  // Mail programs know neither style sheets nor variables: the colours stand where they are used.
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head>
<body style="margin:0;padding:32px 16px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif">
<div style="max-width:480px;margin:0 auto">
<p style="margin:0 0 24px;font-weight:600;letter-spacing:-0.02em">Vitrine</p>
<p style="margin:0 0 8px;font-size:20px;line-height:1.35">${asks}</p>
<p style="margin:0 0 24px">${as}</p>
<p style="margin:0 0 24px"><a href="${link}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:#046756;color:#ffffff;font-weight:600;text-decoration:none">Accept the invitation</a></p>
<p style="margin:0 0 8px;font-size:14px">${good}</p>
<p style="margin:0 0 24px;font-size:14px">${unexpected}</p>
<p style="margin:0;font-size:12px;overflow-wrap:anywhere">${link}</p>
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
