// Kiln’s studies: what is published first, then what is not for everyone.
import { aHouseForOneCollection } from './a-house-for-one-collection.ts'
import { facadeForLess } from './facade-for-less.ts'
import { orlo } from './orlo.ts'
import { saalebad } from './saalebad.ts'
import { saltAndSigns } from './salt-and-signs.ts'
import { theSoundOfCloth } from './the-sound-of-cloth.ts'
import { restricted } from './restricted.ts'
import type { Study } from '../../types.ts'

export const studies: Study[] = [
  saalebad,
  facadeForLess,
  saltAndSigns,
  orlo,
  theSoundOfCloth,
  aHouseForOneCollection,
  ...restricted,
]
