// The sentences about one's own account. Part of en.ts.

export const accountEn = {
  account: {
    heading: 'Sign-in and security',
    cancel: 'Cancel',
    loading: 'Loading…',
    currentPassword: 'Current password',
    currentPasswordText:
      'You signed in a while ago. Enter your current password to confirm it’s you.',
    email: 'Email',
    changeEmail: 'Change email',
    newEmail: 'New email',
    newEmailText:
      'We’ll send a link to this email. Until you open it and confirm, you sign in with your current one.',
    sendLink: 'Send link',
    emailPendingTitle: 'Waiting for confirmation',
    emailPending: 'We sent a link to {{email}}. Open it before {{until}} to finish the change.',
    withdrawEmail: 'Cancel the change',
    emailKept: 'Cancelled. Your email is still {{email}}.',
    password: 'Password',
    changePassword: 'Change password',
    passwordText:
      'Changing your password signs you out on all other devices and revokes your API keys.',
    newPassword: 'New password',
    newPasswordText: 'At least 10 characters. A few unrelated words work well.',
    savePassword: 'Save new password',
    passwordChanged:
      'Password changed. Other devices are signed out, and your API keys are revoked.',
    keys: 'API keys',
    newKey: 'New API key',
    noKeys: 'No API keys yet. A program needs one to read or write as you.',
    keysFailed: 'Your API keys couldn’t be loaded. Check your connection and try again.',
    keyName: 'Name',
    keyNameText: 'Where you’ll use it, for example “Website build”.',
    keyExpires: 'Expires',
    inDays_one: 'in {{count}} day',
    inDays_other: 'in {{count}} days',
    makeKey: 'Create key',
    keyLabel: 'API key',
    keyMade: 'Copy the key “{{name}}” now. You won’t see it again.',
    keyCreated: 'Created {{date}}',
    keyUsed: 'last used {{date}}',
    keyUnused: 'never used',
    keyUntil: 'expires {{date}}',
    keyExpired: 'expired {{date}}',
    revokeKey: 'Revoke',
    revokeKeyTitle: 'Revoke “{{name}}”?',
    revokeKeyText: 'Programs that use this key lose access at once.',
    keyRevoked: '“{{name}}” is revoked.',
    sessions: 'Other devices',
    sessionsText:
      'Lost a device, or shared your password? Sign out everywhere, then change your password.',
    signOutEverywhere: 'Sign out everywhere',
    signOutTitle: 'Sign out everywhere?',
    signOutText:
      'You stay signed in here and are signed out on every other device. Your API keys are revoked, and open password reset links and invitations you sent stop working.',
    signedOut: 'All other devices are signed out, and your API keys are revoked.',
    sendReset: 'Email a password reset link',
    resetSent: 'A password reset link was sent to {{email}}.',
    confirmTitle: 'Confirm your new email',
    confirmText:
      'From then on you sign in with this email. All other devices are signed out, and your API keys are revoked.',
    confirmEmail: 'Confirm email',
    linkIncomplete:
      'Part of the link is missing. Open it from the email again, or copy all of it into the address bar.',
    emailConfirmed: 'Email confirmed',
    emailConfirmedText: 'From now on, sign in with {{email}}.',
    emailConfirmedSignIn:
      'From now on, sign in with {{email}}. This browser isn’t signed in to that account.',
    openAccount: 'Open your account',
  },
} as const
