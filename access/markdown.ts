// The rule table as the page that people read: docs/permissions.md holds exactly this.
import { CAPABILITY_NAMES, capabilityPermissions } from './capabilities.ts'
import { conditions } from './conditions.ts'
import { fieldRules, type FieldRight, type FieldRule } from './fields.ts'
import { isAtLeast, isRole, ROLES } from './roles.ts'
import {
  ACTIONS,
  allRules,
  isThroughAgency,
  WITHOUT_EFFECT,
  type Action,
  type CollectionRules,
  type Grant,
} from './rules.ts'

const ACTION_LABELS: Record<Action, string> = {
  read: 'read',
  readInternal: 'read drafts and all that is not public',
  readVersions: 'read versions',
  readByLink: 'read by its link',
  create: 'create',
  updateOwn: 'update own',
  updateAny: 'update any',
  expose: 'set how widely it is shown',
  publish: 'publish',
  unpublish: 'unpublish',
  schedule: 'schedule',
  trashOwn: 'trash or delete own',
  trash: 'trash',
  restore: 'restore from the trash',
  purge: 'delete for good',
  leave: 'leave',
  grantViewer: 'make somebody a viewer',
  grantContributor: 'make somebody a contributor',
  grantReviewer: 'make somebody a reviewer',
  grantEditor: 'make somebody an editor',
  grantAdmin: 'make somebody an admin',
  grantOwner: 'make somebody an owner',
  grantCustom: 'give a custom role',
  manageSettings: 'change name, languages and visibility',
  manageDomains: 'change the address and what the agency may do',
  manageTokens: 'manage API tokens',
  manageWebhooks: 'manage webhooks',
  openClient: 'open a client of an agency',
  manageClient: 'change status and limits of an agency’s client',
}

const MARK = '✓'

/** The whole page, ending in a line break. */
export const policiesAsMarkdown = (): string =>
  [
    '# Who may do what',
    '',
    'Printed by `npm run policies` from the rule table in `access/`, which both walls are compiled',
    'from: Payload’s access functions, and the policies of Postgres.',
    '',
    `A role includes those before it: ${ROLES.join(', ')}. ${MARK} alone means always; otherwise the`,
    'note below the table says when. An **operator** runs the installation and may do, in every',
    'tenant, whatever some person may. People of an agency act at its clients by their role in the',
    'agency, and never above what the client grants (“What the agency may do here”). A custom role',
    'is a viewer with some more of these permissions, and never holds what only an owner may.',
    '',
    ...Object.entries(allRules).flatMap(([collection, rules]) => section(collection, rules)),
    '## Vitrine’s own code',
    '',
    'What it does beyond the rights of whoever asks, each in one tenant and for one call:',
    '',
    '| capability | permissions |',
    '| --- | --- |',
    ...CAPABILITY_NAMES.map(
      (name) =>
        `| ${name} | ${capabilityPermissions(name)
          .map((one) => `\`${one}\``)
          .join(', ')} |`,
    ),
    '',
  ].join('\n')

const section = (collection: string, rules: CollectionRules): string[] => {
  const granted = ACTIONS.flatMap((action) => {
    const grant = WITHOUT_EFFECT.includes(action) ? undefined : rules[action]
    return grant ? [{ action, grant }] : []
  })
  const notes = granted.flatMap(({ action, grant }) => note(action, grant))
  return [
    `## ${collection}`,
    '',
    `| action | anybody | ${ROLES.join(' | ')} |`,
    `| --- | ${['anybody', ...ROLES].map(() => ':-:').join(' | ')} |`,
    ...granted.map(
      ({ action, grant }) =>
        `| ${ACTION_LABELS[action]} | ${['anyone', ...ROLES].map((who) => cell(grant, who)).join(' | ')} |`,
    ),
    '',
    ...(notes.length > 0 ? [...notes.map((line) => `- ${line}`), ''] : []),
    ...fields(collection),
  ]
}

const cell = (grant: Grant, who: string): string => {
  const isGranted =
    grant.to === 'anyone' ||
    (grant.to === 'user' && who !== 'anyone') ||
    (isRole(grant.to) && isRole(who) && isAtLeast(who, grant.to))
  return isGranted ? (grant.when ? `${MARK}*` : MARK) : ''
}

const note = (action: Action, grant: Grant): string[] => {
  const label = ACTION_LABELS[action]
  const when = grant.when ? ` when ${conditions[grant.when].sentence}` : ''
  if (grant.to === 'system') {
    return [`*${label}*: no person; Vitrine’s own code${when}.`]
  }
  const where = isThroughAgency(action) ? ', by the role held in the agency' : ''
  return when || where ? [`*${label}*:${when || ' always'}${where}.`] : []
}

const fields = (collection: string): string[] => {
  const rules = Object.entries(
    (fieldRules as Record<string, Record<string, FieldRule> | undefined>)[collection] ?? {},
  )
  return rules.length === 0
    ? []
    : [
        '| field | who reads it | who sets it |',
        '| --- | --- | --- |',
        ...rules.map(
          ([name, rule]) =>
            `| \`${name}\` | ${right(rule.read, 'reads')}${rule.readWhen ? `, when \`${rule.readWhen}\`` : ''} | ${right(rule.set, 'writes')} |`,
        ),
        '',
      ]
}

const right = (value: FieldRight, verb: 'reads' | 'writes'): string => {
  switch (value) {
    case 'document':
      return `whoever ${verb} the document`
    case 'nobody':
      return 'nobody'
    case 'onCreate':
      return 'given at the beginning, fixed'
    case 'operator':
      return 'operators'
    default:
      return `whoever may \`${value}\``
  }
}
