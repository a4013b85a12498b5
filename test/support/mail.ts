// The mails of a test run: files in DATA_DIR/mail, since there is no SMTP server.
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

export type ReceivedMail = { eml: string; link: URL }

/** The latest mail to somebody, with the first link in it. */
export const mailTo = async (address: string): Promise<ReceivedMail> => {
  const [eml] = await mailsTo(address)
  if (eml === undefined) {
    throw new Error(`No mail to ${address} was written.`)
  }
  const [link = ''] = /https?:[^\s"<>]+/.exec(eml) ?? []
  return { eml, link: new URL(link === '' ? 'http://none.test' : link) }
}

/** All mails to somebody, the latest first. */
export const mailsTo = async (address: string): Promise<string[]> => {
  const folder = path.resolve(process.env.DATA_DIR ?? '', 'mail')
  const names = (await readdir(folder).catch(() => [])).sort().reverse()
  const mails = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')))
  return mails.filter((eml) => eml.includes(`To: ${address}\r\n`))
}
