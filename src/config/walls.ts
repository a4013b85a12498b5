// The second wall: what a user holds, as the database is told it.
import { rowLevelSecurity } from '../../plugins/row-level-security/index.ts'
import { claimsOfUser } from '../../access/claims.ts'

export const walls = rowLevelSecurity({ claimsOf: claimsOfUser })
