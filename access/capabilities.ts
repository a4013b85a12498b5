// The narrow rights of Vitrine's own code, for what it does on behalf of somebody who could not do
// it himself. Each is a named set of permissions, held in one tenant, for the length of one call;
// it is signed into the context like a person's, and the database knows no other exception.
import { permissionSet, type Permission, type PermissionSet } from './permissions.ts'

const CAPABILITIES = {
  /** Note which document uses which file, in any of its versions, and how widely each is shown. */
  trackMediaUse: [
    'media-references.readInternal',
    'media-references.create',
    'media-references.purge',
    'media.readInternal',
    'media.expose',
    'documents.readInternal',
    'documents.expose',
    'case-studies.readInternal',
    'case-studies.readVersions',
    'pages.readInternal',
    'pages.readVersions',
    'site-settings.readInternal',
    'site-settings.readVersions',
    'people.readInternal',
    'people.readVersions',
    'organisations.readInternal',
    'organisations.readVersions',
    'testimonials.readInternal',
    'testimonials.readVersions',
  ],
  /** A changed slug leaves a redirect, whoever may publish it. */
  moveAddress: [
    'redirects.readInternal',
    'redirects.create',
    'redirects.updateAny',
    'redirects.purge',
    'case-studies.readInternal',
    'case-studies.readVersions',
    'pages.readInternal',
    'pages.readVersions',
    'people.readInternal',
    'people.readVersions',
    'tenants.readInternal',
  ],
  /** Where one old URL of a site leads to, and whether its reader may see that. */
  followRedirect: ['redirects.readInternal', 'case-studies.readByLink'],
  /** The contact form of a site. */
  takeLead: ['leads.create', 'leads.readInternal', 'case-studies.readByLink'],
  /** A visitor who holds the link of an unlisted study, or the password of a protected one. */
  readSharedStudy: ['case-studies.readByLink', 'media.readByLink', 'documents.readByLink'],
  /** Tell a client whose name is confidential from one that is not published. */
  mentionClients: ['organisations.readInternal'],
  /** A visitor who holds the name of a file. */
  readSharedFile: ['media.readByLink', 'documents.readByLink'],
  /** Keep files at their stores: deliver, process, move, sweep, and find the file of an address. */
  keepFiles: [
    'media.readInternal',
    'media.updateAny',
    'media.expose',
    'documents.readInternal',
    'documents.updateAny',
    'documents.expose',
    'tenants.readInternal',
  ],
  /** Queue what has to be done at a store once a change is committed. */
  queueFileWork: [],
  /** Use the account that a tenant brought. */
  useStorageAccount: ['storage-accounts.readInternal'],
  /** The end of an embargo: the study's files are listed again. */
  endEmbargo: [
    'case-studies.readInternal',
    'media-references.readInternal',
    'media-references.create',
    'media-references.purge',
    'media.readInternal',
    'media.expose',
    'documents.readInternal',
    'documents.expose',
  ],
  /** When the next embargo ends, for what is kept for readers until then. */
  foreseeEmbargo: ['case-studies.readInternal'],
  /** A tenant that was just opened gets its site settings and its first owner. */
  setUpTenant: [
    'tenants.readInternal',
    'site-settings.readInternal',
    'site-settings.readVersions',
    'site-settings.create',
    'site-settings.updateAny',
    'site-settings.publish',
    'memberships.readInternal',
    'memberships.create',
    'memberships.grantOwner',
  ],
  /** An invited person answers: he is not a member yet. */
  answerInvitation: [
    'tenants.readInternal',
    'invitations.readInternal',
    'invitations.updateAny',
    'roles.readInternal',
    'memberships.readInternal',
    'memberships.create',
    'memberships.updateAny',
    'memberships.grantViewer',
    'memberships.grantContributor',
    'memberships.grantReviewer',
    'memberships.grantEditor',
    'memberships.grantAdmin',
    'memberships.grantOwner',
    'memberships.grantCustom',
  ],
  /** Recovery: everything that opens an account ends, its open invitations in all tenants included. */
  recoverAccount: ['invitations.readInternal', 'invitations.updateAny'],
  /** An email counts, since somebody holds a secret that was sent to its mailbox. */
  confirmEmail: ['invitations.readInternal', 'invitations.updateAny'],
  /** Ask a mailbox whether an account may take its address as its email. */
  requestEmail: [],
  /** Make an API key, after asking once more who is there. */
  makeApiKey: [],
  /** Hand over the ownership: the one change of his own membership that an owner makes. */
  transferOwnership: [
    'memberships.readInternal',
    'memberships.updateAny',
    'memberships.grantOwner',
    'memberships.grantAdmin',
  ],
  /** Note what a domain's DNS said, and tell the owners when its record is gone. */
  proveDomain: ['domains.readInternal', 'domains.updateAny', 'memberships.readInternal'],
  /** What in a tenant points at a document, and what of that is no longer there. */
  findReferences: [
    'case-studies.readInternal',
    'case-studies.readVersions',
    'pages.readInternal',
    'pages.readVersions',
    'site-settings.readInternal',
    'site-settings.readVersions',
    'people.readInternal',
    'people.readVersions',
    'organisations.readInternal',
    'organisations.readVersions',
    'testimonials.readInternal',
    'testimonials.readVersions',
    'services.readInternal',
    'services.readVersions',
    'industries.readInternal',
    'industries.readVersions',
    'technologies.readInternal',
    'technologies.readVersions',
    'media.readInternal',
    'documents.readInternal',
  ],
  /** Tell those who publish in a tenant that something did not go online or offline as planned. */
  tellOfFailure: [
    'memberships.readInternal',
    'case-studies.readInternal',
    'case-studies.readVersions',
    'pages.readInternal',
    'pages.readVersions',
  ],
  /** Which site a host names, and whose record is to be looked for again: the domains of all tenants. */
  routeHosts: ['domains.readInternal'],
} as const satisfies Record<string, readonly Permission[]>

export type Capability = keyof typeof CAPABILITIES

/** What no permission in a tenant can say, by the name that policies ask for. */
export const CAPABILITY_CAPS = {
  /** Somebody becomes a member by their own doing: they opened the tenant, or accepted an invitation. */
  join: 'join',
  /** Something is to be done at a store of files. */
  files: 'files',
  /** All that opens an account ends. */
  recover: 'recover',
  /** An email was confirmed from its mailbox. */
  email: 'email',
  /** A change of email is asked for. */
  askEmail: 'ask-email',
  /** An API key is made by the server. */
  key: 'key',
} as const

const CAPS: Partial<Record<Capability, readonly string[]>> = {
  setUpTenant: [CAPABILITY_CAPS.join],
  answerInvitation: [CAPABILITY_CAPS.join],
  queueFileWork: [CAPABILITY_CAPS.files],
  recoverAccount: [CAPABILITY_CAPS.recover],
  confirmEmail: [CAPABILITY_CAPS.email, CAPABILITY_CAPS.recover],
  requestEmail: [CAPABILITY_CAPS.askEmail],
  makeApiKey: [CAPABILITY_CAPS.key],
}

export const capsOfCapability = (capability: Capability): readonly string[] =>
  CAPS[capability] ?? []

export const CAPABILITY_NAMES = Object.keys(CAPABILITIES) as Capability[]

export const permissionsOfCapability = (capability: Capability): PermissionSet =>
  permissionSet(CAPABILITIES[capability])

/** For those who read the docs. */
export const capabilityPermissions = (capability: Capability): readonly Permission[] =>
  CAPABILITIES[capability]
