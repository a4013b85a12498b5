// Meridian’s studies: what is published first, then what is not for everyone.
import { aBenefitInOneEvening } from './a-benefit-in-one-evening.ts'
import { fortyLetters } from './forty-letters.ts'
import { roundsByBicycle } from './rounds-by-bicycle.ts'
import { waiting } from './waiting.ts'
import { restricted } from './restricted.ts'
import type { Study } from '../../types.ts'

export const studies: Study[] = [
  waiting,
  fortyLetters,
  roundsByBicycle,
  aBenefitInOneEvening,
  ...restricted,
]
