// Harbor: the in-house digital workshop of a container port. Broadsheet.
import type { TenantContent } from '../types.ts'
import { house } from './house.ts'
import { studies } from './studies/index.ts'

export const harbor: TenantContent = { ...house, studies }
