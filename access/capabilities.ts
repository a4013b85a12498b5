// The narrow rights of Vitrine's own code, for what it does on behalf of somebody who could not do
// it himself. Each is a named set of permissions, held in one tenant, for the length of one call;
// it is signed into the context like a person's, and the database knows no other exception.
import { permissionSet, type Permission, type PermissionSet } from './permissions.ts'

const CAPABILITIES = {
  /** Note which document uses which file, in any of its versions, and how widely each is shown. */
  trackMediaUse: [
    'media-references.readDrafts',
    'media-references.create',
    'media-references.purge',
    'media.readDrafts',
    'media.expose',
    'documents.readDrafts',
    'documents.expose',
    'case-studies.readDrafts',
    'case-studies.readVersions',
    'pages.readDrafts',
    'pages.readVersions',
    'site-settings.readDrafts',
    'site-settings.readVersions',
    'people.readDrafts',
    'people.readVersions',
    'organisations.readDrafts',
    'organisations.readVersions',
    'testimonials.readDrafts',
    'testimonials.readVersions',
  ],
  /** A changed slug leaves a redirect, whoever may publish it. */
  moveAddress: [
    'redirects.readDrafts',
    'redirects.create',
    'redirects.updateAny',
    'redirects.purge',
    'case-studies.readDrafts',
    'case-studies.readVersions',
    'pages.readDrafts',
    'pages.readVersions',
    'people.readDrafts',
    'people.readVersions',
    'tenants.readDrafts',
  ],
  /** Where one old URL of a site leads to, and whether its reader may see that. */
  followRedirect: ['redirects.readDrafts', 'case-studies.readByLink'],
  /** The contact form of a site. */
  takeLead: ['leads.create', 'leads.readDrafts', 'case-studies.readByLink'],
  /** A visitor who holds the link of an unlisted study, or the password of a protected one. */
  readSharedStudy: ['case-studies.readByLink', 'media.readByLink', 'documents.readByLink'],
  /** Tell a client whose name is confidential from one that is not published. */
  mentionClients: ['organisations.readDrafts'],
  /** A visitor who holds the name of a file. */
  readSharedFile: ['media.readByLink', 'documents.readByLink'],
  /** Keep files at their stores: deliver, process, move, sweep, and find the file of an address. */
  keepFiles: [
    'media.readDrafts',
    'media.updateAny',
    'media.expose',
    'documents.readDrafts',
    'documents.updateAny',
    'documents.expose',
    'tenants.readDrafts',
  ],
  /** Queue what has to be done at a store once a change is committed. */
  queueFileWork: [],
  /** Use the account that a tenant brought. */
  useStorageAccount: ['storage-accounts.readDrafts'],
  /** The end of an embargo: the study's files are listed again. */
  endEmbargo: [
    'case-studies.readDrafts',
    'media-references.readDrafts',
    'media-references.create',
    'media-references.purge',
    'media.readDrafts',
    'media.expose',
    'documents.readDrafts',
    'documents.expose',
  ],
  /** A tenant that was just opened gets its site settings and its first owner. */
  setUpTenant: [
    'tenants.readDrafts',
    'site-settings.readDrafts',
    'site-settings.readVersions',
    'site-settings.create',
    'site-settings.updateAny',
    'site-settings.publish',
    'memberships.readDrafts',
    'memberships.create',
    'memberships.grantOwner',
  ],
  /** An invited person answers: he is not a member yet. */
  answerInvitation: [
    'tenants.readDrafts',
    'invitations.readDrafts',
    'invitations.updateAny',
    'roles.readDrafts',
    'memberships.readDrafts',
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
  recoverAccount: ['invitations.readDrafts', 'invitations.updateAny'],
  /** An email counts, since somebody holds a secret that was sent to its mailbox. */
  confirmEmail: ['invitations.readDrafts', 'invitations.updateAny'],
  /** Ask a mailbox whether an account may take its address as its email. */
  requestEmail: [],
  /** Make an API key, after asking once more who is there. */
  makeApiKey: [],
  /** Hand over the ownership: the one change of his own membership that an owner makes. */
  transferOwnership: [
    'memberships.readDrafts',
    'memberships.updateAny',
    'memberships.grantOwner',
    'memberships.grantAdmin',
  ],
  /** Note what a domain's DNS said, and tell the owners when its record is gone. */
  proveDomain: ['domains.readDrafts', 'domains.updateAny', 'memberships.readDrafts'],
  /** What in a tenant points at a document, and what of that is no longer there. */
  findReferences: [
    'case-studies.readDrafts',
    'case-studies.readVersions',
    'pages.readDrafts',
    'pages.readVersions',
    'site-settings.readDrafts',
    'site-settings.readVersions',
    'people.readDrafts',
    'people.readVersions',
    'organisations.readDrafts',
    'organisations.readVersions',
    'testimonials.readDrafts',
    'testimonials.readVersions',
    'services.readDrafts',
    'services.readVersions',
    'industries.readDrafts',
    'industries.readVersions',
    'technologies.readDrafts',
    'technologies.readVersions',
    'media.readDrafts',
    'documents.readDrafts',
  ],
  /** Tell those who publish in a tenant that something did not go online or offline as planned. */
  tellOfFailure: [
    'memberships.readDrafts',
    'case-studies.readDrafts',
    'case-studies.readVersions',
    'pages.readDrafts',
    'pages.readVersions',
  ],
  /** Which site a host names, and whose record is to be looked for again: the domains of all tenants. */
  routeHosts: ['domains.readDrafts'],
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
