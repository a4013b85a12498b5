// Northlight’s studies: what is published first, then what is not for everyone.
import { aLaneYouCanTrust } from './a-lane-you-can-trust.ts'
import { lettersFromABank } from './letters-from-a-bank.ts'
import { oneDial } from './one-dial.ts'
import { stille } from './stille.ts'
import { restricted } from './restricted.ts'
import type { Study } from '../../types.ts'

export const studies: Study[] = [aLaneYouCanTrust, oneDial, stille, lettersFromABank, ...restricted]
