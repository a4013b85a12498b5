// The mails of a test run: files in DATA_DIR/mail, since there is no SMTP server.
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

export type ReceivedMail = { eml: string; link: URL }

/** The latest mail to somebody, with the link in it. */
export const mailTo = async (address: string): Promise<ReceivedMail> => {
  const folder = path.resolve(process.env.DATA_DIR ?? '', 'mail')
  const names = (await readdir(folder).catch(() => [])).sort().reverse()
  for (const name of names) {
    const eml = await readFile(path.join(folder, name), 'utf8')
    if (eml.includes(`To: ${address}\r\n`)) {
      const [link = ''] = /https?:\S+/.exec(eml) ?? []
      return { eml, link: new URL(link) }
    }
  }
  throw new Error(`No mail to ${address} was written to ${folder}.`)
}
