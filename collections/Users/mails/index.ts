// The mails about an account: what was asked for, what changed, and what to do when it was not you.
import { mailOf, type Mail } from '../../shared/mail.ts'
import { adminUrl } from '../../shared/token.ts'

const NOT_YOU =
  'That was not you? Set a new password now: it signs out every device and ends every API key.'

const resetButton = () => ({ label: 'Set a new password', url: adminUrl('/admin/forgot') })

export const resetMail = ({ token }: { token: string }): Mail =>
  mailOf({
    subject: 'Set a new password',
    lead: 'Somebody asked to set a new password for your account.',
    lines: ['Your present password works until you choose a new one.'],
    button: { label: 'Choose a new password', url: adminUrl(`/admin/reset/${token}`) },
    notes: [
      'The link is good once, for an hour.',
      'You did not ask for this? Then leave it; nothing changes without you.',
    ],
  })

/** To the mailbox that is to become the account's. */
export const confirmEmailMail = ({ name, token }: { name: string; token: string }): Mail =>
  mailOf({
    subject: 'Confirm your new email',
    lead: `The account of ${name} is to use this email.`,
    lines: ['Open the link and confirm. Until then, nothing changes.'],
    button: {
      label: 'Confirm this email',
      url: adminUrl('/admin/confirm-email', { token }),
    },
    notes: [
      'The link is good once, for 24 hours.',
      'You do not know what this is about? Then leave it; nothing happens without you.',
    ],
  })

/** To a mailbox that belongs to another account already. */
export const emailTakenMail = (): Mail =>
  mailOf({
    subject: 'This email has an account already',
    lead: 'Somebody asked to use this email for another account.',
    lines: ['It belongs to your account, so nothing was changed.'],
    notes: ['You forgot that you have an account here? Sign in with this email instead.'],
  })

/** To the present mailbox. */
export const emailRequestedMail = ({ email }: { email: string }): Mail =>
  mailOf({
    subject: 'A new email was requested for your account',
    lead: `Your account is to use ${email}.`,
    lines: ['Nothing changes until that mailbox confirms it.'],
    button: resetButton(),
    notes: [NOT_YOU],
  })

/** To the mailbox that was. */
export const emailMovedMail = ({ email }: { email: string }): Mail =>
  mailOf({
    subject: 'Your account has a new email',
    lead: `Your account now uses ${email}, and no longer this email.`,
    lines: ['All other devices were signed out, and its API keys ended.'],
    notes: ['That was not you? Tell the people who run this Vitrine at once.'],
  })

/** What every recovery does; see credentials/endCredentials.ts. */
const ALL_ENDED =
  'All other devices were signed out. Your API keys ended, and so did invitations that you sent and nobody has answered: send them again.'

/** To the mailbox that is. */
export const emailConfirmedMail = (): Mail =>
  mailOf({
    subject: 'This is your email now',
    lead: 'Your account uses this email from now on.',
    lines: ['Sign in with it.', ALL_ENDED],
  })

export const passwordChangedMail = (): Mail =>
  mailOf({
    subject: 'Your password was changed',
    lead: 'The password of your account was changed.',
    lines: [ALL_ENDED],
    button: resetButton(),
    notes: [NOT_YOU],
  })

export const apiKeyMadeMail = ({
  expiresAt,
  name,
  prefix,
}: {
  expiresAt: Date
  name: string
  prefix: string
}): Mail =>
  mailOf({
    subject: 'An API key was made for your account',
    lead: `The API key “${name}” (${prefix}…) was made.`,
    lines: [
      `It opens your account until ${expiresAt.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })}.`,
    ],
    button: resetButton(),
    notes: [NOT_YOU],
  })
