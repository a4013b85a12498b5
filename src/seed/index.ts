// Puts the demo into an empty database: two agencies, three clients, their people and their work.
import type { Payload } from 'payload'
import { tenants } from './content/index.ts'
import type { TenantContent } from './content/types.ts'
import { createAccounts, createOperator } from './steps/accounts.ts'
import { createContext, quietly, seedInTransaction, together } from './steps/context.ts'
import { createDirectory } from './steps/directory.ts'
import { uploadImages, writeDocuments } from './steps/library.ts'
import { fillPages, furnishSite, openPages, receiveVisitors } from './steps/site.ts'
import { fillStudies, openStudies } from './steps/studies.ts'

export type SeedSummary = {
  tenants: number
  studies: number
  images: number
  users: number
  seconds: number
}

/**
 * Seeds the demo through the Local API, past access control: only ever called by our own code.
 *
 * @param onProgress Gets one line for each tenant.
 * @param signal Gives up; nothing of the demo stays.
 * @throws when the database has tenants already.
 */
export const seedDemo = async ({
  payload,
  onProgress = () => undefined,
  signal,
}: {
  payload: Payload
  onProgress?: (line: string) => void
  signal?: AbortSignal | undefined
}): Promise<SeedSummary> => {
  const began = performance.now()
  const { totalDocs } = await payload.count({ collection: 'tenants', overrideAccess: true })
  if (totalDocs > 0) {
    throw new Error('The demo goes into an empty database, and this one has tenants already.')
  }
  const summary: SeedSummary = { tenants: 0, studies: 0, images: 0, users: 1, seconds: 0 }
  await seedInTransaction({
    payload,
    signal,
    work: () => seedTenants({ onProgress, payload, summary }),
  })
  return { ...summary, seconds: Math.round((performance.now() - began) / 100) / 10 }
}

const seedTenants = async ({
  onProgress,
  payload,
  summary,
}: {
  onProgress: (line: string) => void
  payload: Payload
  summary: SeedSummary
}): Promise<void> => {
  await createOperator({ payload })
  const seedWithClients = async (content: TenantContent, agency?: string): Promise<void> => {
    const { id, images } = await seedTenant({ payload, content, agency })
    summary.tenants += 1
    summary.studies += content.studies.length
    summary.images += images
    summary.users += 6
    onProgress(`${content.name}: ${content.studies.length} studies, ${images} images`)
    await together(clientsOf(content).map((client) => seedWithClients(client, id)))
  }
  await together(agencies.map((content) => seedWithClients(content)))
}

const agencies = tenants.filter(({ agency }) => agency === undefined)

const clientsOf = ({ slug }: TenantContent): TenantContent[] =>
  tenants.filter(({ agency }) => agency === slug)

const seedTenant = async ({
  payload,
  content,
  agency,
}: {
  payload: Payload
  content: TenantContent
  agency: string | undefined
}): Promise<{ id: string; images: number }> => {
  const { id } = await payload.create({
    collection: 'tenants',
    data: {
      name: content.name,
      slug: content.slug,
      kind: content.kind,
      ...(agency ? { agency } : {}),
      status: 'active',
      visibility: 'public',
      locales: content.locales,
      defaultLocale: 'en',
    },
    ...quietly,
  })
  const authors = await createAccounts({ payload, tenant: id, slug: content.slug })
  const context = createContext({ payload, content, tenant: id, authors })
  const images = await uploadImages(context)
  for (const step of [
    writeDocuments,
    createDirectory,
    openPages,
    openStudies,
    fillStudies,
    fillPages,
    furnishSite,
    receiveVisitors,
  ]) {
    await step(context)
  }
  return { id, images }
}
