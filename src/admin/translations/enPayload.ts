// Payload's own sentences, where Vitrine says them otherwise: in sentence case, with what to do next.
import { vitrineEn } from './en.ts'

export const payloadEn = {
  authentication: {
    backToLogin: 'Back to sign in',
    checkYourEmailForPasswordReset:
      'If an account uses this email, a link to choose a new password is on its way. Check your spam folder if it doesn’t arrive.',
    confirmPassword: 'Repeat the new password',
    emailSent: 'Check your email',
    forgotPassword: 'Forgot your password?',
    forgotPasswordEmailInstructions:
      'Enter your email. We’ll send you a link to choose a new password.',
    login: vitrineEn.login.title,
    newPassword: 'New password',
    passwordResetSuccessfully: 'Your new password is saved.',
    resetPassword: 'Choose a new password',
  },
  error: {
    valueMustBeUnique: 'This is used here already. Choose another one.',
  },
  general: {
    aboutToDelete: 'Deleting <1>{{title}}</1> can’t be undone.',
    aboutToDeleteCount_one: 'Deleting {{count}} {{label}} can’t be undone.',
    aboutToDeleteCount_other: 'Deleting {{count}} {{label}} can’t be undone.',
    aboutToTrashCount:
      'This moves {{count}} {{label}} to the trash. They can be restored from there.',
    aboutToTrash: '<1>{{title}}</1> goes to the trash. It can be restored from there.',
    confirmDeletion: 'Delete?',
    createNew: 'Create new',
    // Its heading says what it is.
    creatingNewLabel: 'Not saved yet',
    // An empty cell is a dash, and a ticked box is a word.
    false: 'No',
    locale: 'Language',
    locales: 'Languages',
    noLabel: '–',
    noValue: '–',
    null: '–',
    payloadSettings: 'Language and appearance',
    submit: 'Send',
    true: 'Yes',
  },
  version: {
    aboutToRestore:
      'The {{label}} becomes a draft with what it said on {{versionDate}}. What is online stays as it is until you publish.',
    confirmVersionRestoration: 'Restore as a draft?',
    restoreThisVersion: 'Restore as a draft',
    restoredSuccessfully: 'Restored as a draft.',
  },
} as const
