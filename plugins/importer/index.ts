/**
 * The importer: Markdown folders and WordPress exports into case studies.
 *
 * Adds one endpoint and one admin view. The work itself is `runImport`, which the command line uses too.
 *
 * @example
 * plugins: [importerPlugin({ canImport: ({ user }) => Promise.resolve(user.role === 'admin') })]
 */
import type { Config, Plugin } from 'payload'

import type { ImporterOptions } from './options.ts'

import { importEndpoint } from './endpoints/import.ts'
import { resolveOptions } from './options.ts'

export { runImport } from './write/run.ts'
export type { ImporterOptions } from './options.ts'
export type { ImportReport } from './report.ts'

/** Where the admin shows the importer, below the admin's own route. */
export const IMPORTER_VIEW_PATH = '/import'

/** @param options - every one has a default; see `options.ts` */
export const importerPlugin =
  (options: ImporterOptions = {}): Plugin =>
  (config: Config): Config => {
    if (options.enabled === false) {
      return config
    }
    const { componentsPath } = resolveOptions(options)
    const components = config.admin?.components
    return {
      ...config,
      admin: {
        ...config.admin,
        components: {
          ...components,
          afterNavLinks: [
            ...(components?.afterNavLinks ?? []),
            `${componentsPath}/components/ImporterLink.tsx#ImporterLink`,
          ],
          views: {
            ...components?.views,
            importer: {
              Component: { path: `${componentsPath}/components/ImporterView.tsx#ImporterView` },
              meta: { title: 'Import' },
              path: IMPORTER_VIEW_PATH,
            },
          },
        },
      },
      // The view and the endpoint ask the same port who may import.
      custom: { ...config.custom, importer: options },
      endpoints: [...(config.endpoints ?? []), importEndpoint(options)],
    }
  }
