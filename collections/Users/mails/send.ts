// Sends the mails about an account.
import { APIError, type PayloadRequest } from 'payload'
import type { Mail } from '../../shared/mail.ts'

type Sending = { mail: Mail; req: PayloadRequest; to: string }

/** For a mail that carries a secret. @throws 502 when it cannot be sent; nothing is done then. */
export const sendOrRefuse = async ({ mail, req, to }: Sending): Promise<void> => {
  try {
    await req.payload.sendEmail({ to, ...mail })
  } catch (err) {
    req.payload.logger.error({ msg: 'A mail about an account could not be sent.', err })
    throw new APIError(
      'The mail could not be sent, so nothing was changed. Try again, or tell the people who run this Vitrine.',
      502,
      { code: 'mail_not_sent' },
      true,
    )
  }
}

/** For a mail that tells what happened: it happened, whether the mail goes out or not. */
export const sendNotice = async ({ mail, req, to }: Sending): Promise<void> => {
  try {
    await req.payload.sendEmail({ to, ...mail })
  } catch (err) {
    req.payload.logger.error({ msg: 'A notice about an account could not be sent.', err })
  }
}
