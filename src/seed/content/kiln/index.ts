// Kiln: ceramics, architecture and spatial identity. Gallery.
import type { TenantContent } from '../types.ts'
import { house } from './house.ts'
import { studies } from './studies/index.ts'

export const kiln: TenantContent = { ...house, studies }
