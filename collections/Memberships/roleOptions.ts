// The roles as the admin offers them.
export const roleOptions = [
  { label: 'Viewer: reads everything, changes nothing', value: 'viewer' },
  { label: 'Contributor: writes own drafts', value: 'contributor' },
  { label: 'Reviewer: writes own drafts, and is shown those of colleagues', value: 'reviewer' },
  { label: 'Editor: writes and publishes', value: 'editor' },
  { label: 'Admin: people and settings as well', value: 'admin' },
  { label: 'Owner: everything, domains and deletion included', value: 'owner' },
  { label: 'Custom: a role of your own', value: 'custom' },
]
