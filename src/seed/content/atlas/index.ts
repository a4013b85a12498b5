// Atlas: maps and figures for mobility. Ledger.
import type { TenantContent } from '../types.ts'
import { house } from './house.ts'
import { studies } from './studies/index.ts'

export const atlas: TenantContent = { ...house, studies }
