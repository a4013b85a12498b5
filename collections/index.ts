// Every collection, in the order in which the admin lists them.
import type { CollectionConfig } from 'payload'
import { ApiKeys } from './ApiKeys/index.ts'
import { CaseStudies } from './CaseStudies/index.ts'
import { Documents } from './Documents/index.ts'
import { Domains } from './Domains/index.ts'
import { EmailChanges } from './EmailChanges/index.ts'
import { Industries } from './Industries/index.ts'
import { Invitations } from './Invitations/index.ts'
import { Leads } from './Leads/index.ts'
import { Media } from './Media/index.ts'
import { MediaReferences } from './MediaReferences/index.ts'
import { Memberships } from './Memberships/index.ts'
import { Organisations } from './Organisations/index.ts'
import { Pages } from './Pages/index.ts'
import { People } from './People/index.ts'
import { Redirects } from './Redirects/index.ts'
import { Roles } from './Roles/index.ts'
import { Services } from './Services/index.ts'
import { SiteSettings } from './SiteSettings/index.ts'
import { StorageAccounts } from './StorageAccounts/index.ts'
import { Technologies } from './Technologies/index.ts'
import { Tenants } from './Tenants/index.ts'
import { Testimonials } from './Testimonials/index.ts'
import { Users } from './Users/index.ts'

export const collections: CollectionConfig[] = [
  CaseStudies,
  People,
  Organisations,
  Testimonials,
  Media,
  Documents,
  Pages,
  SiteSettings,
  Leads,
  Redirects,
  Domains,
  Services,
  Industries,
  Technologies,
  Tenants,
  Memberships,
  Invitations,
  Roles,
  StorageAccounts,
  Users,
  ApiKeys,
  EmailChanges,
  MediaReferences,
]
