// What can be wrong with an invitation, in sentences for whoever holds its link.
import { APIError } from 'payload'

const PROBLEMS = {
  invitation_unknown: [
    404,
    'There is no such invitation. Open the link in the email again, or ask for a new one.',
  ],
  invitation_expired: [404, 'This invitation has expired. Ask for a new one.'],
  invitation_revoked: [404, 'This invitation was withdrawn. Ask whoever invited you.'],
  invitation_ended_recipient: [
    404,
    'This invitation ended when the password or the email of your account changed. Ask for a new one.',
  ],
  invitation_ended_sender: [
    404,
    'This invitation ended when the person who sent it secured their account. Ask for a new one.',
  ],
  invitation_used: [404, 'This invitation was accepted already. Sign in instead.'],
  inviter_lost_right: [
    403,
    'Whoever invited you may no longer give this role. Ask another admin for a new invitation.',
  ],
  role_gone: [403, 'The role of this invitation is gone. Ask for a new invitation.'],
  member_already: [409, 'You are a member already. Sign in instead.'],
} as const satisfies Record<string, readonly [number, string]>

export const invitationProblem = (code: keyof typeof PROBLEMS): APIError => {
  const [status, sentence] = PROBLEMS[code]
  return new APIError(sentence, status, { code }, true)
}

export const signInFirst = ({ email, isOther }: { email: string; isOther: boolean }): APIError =>
  new APIError(
    isOther
      ? `You are signed in with another account. Sign out, and open the link again as ${email}.`
      : `There is an account for ${email}. Sign in, then open the link again.`,
    401,
    { code: isOther ? 'other_account' : 'sign_in_first' },
    true,
  )
