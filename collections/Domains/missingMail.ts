// The email to the owners of a site when the record that verifies its domain is gone.
import { publicUrl } from '../../src/config/publicUrl.ts'
import { recordName } from './dnsRecord.ts'

export const missingMail = ({
  host,
  id,
  lapsesAt,
  token,
}: {
  host: string
  id: string
  /** When the site stops answering there. */
  lapsesAt: Date
  token: string
}): { subject: string; text: string } => {
  const day = lapsesAt.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
  return {
    subject: `The DNS record of ${host} is gone`,
    text: [
      `${host} is verified by a DNS record, and that record is no longer there.`,
      '',
      `Your site is served at ${host} until ${day}. Then it stops there, until the record is back.`,
      '',
      'To keep it, create this record again where the DNS of your domain is kept:',
      '',
      '  Type   TXT',
      `  Name   ${recordName(host)}`,
      `  Value  ${token}`,
      '',
      'We look for it every hour. To look now:',
      `${publicUrl()}/admin/collections/domains/${id}`,
      '',
      `If you no longer use ${host}, delete it there.`,
      '',
    ].join('\n'),
  }
}
