// The demo's tenants, agencies before their clients.
import { atlas } from './atlas/index.ts'
import { harbor } from './harbor/index.ts'
import { kiln } from './kiln/index.ts'
import { meridian } from './meridian/index.ts'
import { northlight } from './northlight/index.ts'
import type { TenantContent } from './types.ts'

export const tenants: TenantContent[] = [northlight, harbor, kiln, meridian, atlas]
