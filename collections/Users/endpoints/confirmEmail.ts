// `POST /api/users/confirm-email` with `{ token }`, from the button behind the link in the mail.
import { addDataAndFileToRequest, type Endpoint } from 'payload'
import { confirmEmail } from '../emailChange/confirmEmail.ts'
import { emailConfirmedMail, emailMovedMail } from '../mails/index.ts'
import { sendNotice } from '../mails/send.ts'

export const confirmEmailEndpoint: Omit<Endpoint, 'root'> = {
  path: '/confirm-email',
  method: 'post',
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    const { email, formerEmail, session } = await confirmEmail({
      asking: req,
      token: (req.data as { token?: unknown } | undefined)?.token,
    })
    await sendNotice({ mail: emailMovedMail({ email }), req, to: formerEmail })
    await sendNotice({ mail: emailConfirmedMail(), req, to: email })
    return Response.json({
      message: `Your email is ${email} now.`,
      email,
      isSignedIn: session !== null,
      ...session,
    })
  },
}
