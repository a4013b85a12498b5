// The roles as the admin offers them.
export const roleOptions = [
  { label: 'Viewer: reads everything, changes nothing', value: 'viewer' },
  { label: 'Contributor: writes own drafts', value: 'contributor' },
  { label: 'Reviewer: reads, comments and approves', value: 'reviewer' },
  { label: 'Editor: writes and publishes', value: 'editor' },
  { label: 'Admin: people and settings as well', value: 'admin' },
  { label: 'Owner: everything, domains and deletion included', value: 'owner' },
  { label: 'Custom: a role of your own', value: 'custom' },
]
