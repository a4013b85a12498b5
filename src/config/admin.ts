// The admin panel: Vitrine's face on Payload's.
import path from 'node:path'
import type { Config } from 'payload'

export const adminOptions = ({ root }: { root: string }): Config['admin'] => ({
  user: 'users',
  components: {
    afterLogin: ['/src/admin/login/Foot.tsx#Foot'],
    beforeNavLinks: ['/src/admin/nav/Home.tsx#Home'],
    graphics: {
      Icon: '/src/admin/brand/Icon.tsx#Icon',
      Logo: '/src/admin/login/Logo.tsx#Logo',
    },
    providers: [
      '/src/admin/fields/TieLabels.tsx#TieLabels',
      '/src/admin/connection/ConnectionNotice.tsx#ConnectionNotice',
      '/src/admin/refusals/RefusalNotices.tsx#RefusalNotices',
      '/src/admin/references/StillReferenced.tsx#StillReferenced',
    ],
    views: {
      // Open to everybody, as Payload leaves every view of ours; each asks for itself who is there.
      acceptInvitation: {
        Component: '/src/admin/views/AcceptInvitation.tsx#AcceptInvitation',
        exact: true,
        meta: { title: 'You’re invited' },
        path: '/accept-invitation',
      },
      confirmEmail: {
        Component: '/src/admin/views/ConfirmEmail.tsx#ConfirmEmail',
        exact: true,
        meta: { title: 'Confirm your email' },
        path: '/confirm-email',
      },
      chooseTenant: {
        Component: '/src/admin/views/ChooseTenant.tsx#ChooseTenant',
        path: '/choose-tenant',
      },
      start: { Component: '/src/admin/start/StartView.tsx#StartView', path: '/start/:collection' },
      dashboard: { Component: '/src/admin/dashboard/Dashboard.tsx#Dashboard' },
    },
  },
  importMap: {
    baseDir: root,
    importMapFile: path.join(root, 'src/app/(payload)/admin/importMap.js'),
  },
  meta: {
    titleSuffix: ' · Vitrine',
    description: 'Vitrine: case studies, written together.',
    icons: [
      { rel: 'icon', type: 'image/svg+xml', url: '/brand/mark.svg' },
      { rel: 'icon', type: 'image/png', sizes: '32x32', url: '/brand/favicon-32.png' },
      { rel: 'apple-touch-icon', sizes: '180x180', url: '/brand/apple-touch-icon.png' },
    ],
  },
  theme: 'all',
  avatar: 'default',
  dateFormat: 'd MMM yyyy, HH:mm',
})
