// Atlas’s studies: what is published first, then what is not for everyone.
import { bicyclesAtNight } from './bicycles-at-night.ts'
import { kerbs } from './kerbs.ts'
import { lines } from './lines.ts'
import { parcelRegister } from './parcel-register.ts'
import { parcelsWithoutVans } from './parcels-without-vans.ts'
import { pathsThatHold } from './paths-that-hold.ts'
import { theLastBus } from './the-last-bus.ts'
import { restricted } from './restricted.ts'
import type { Study } from '../../types.ts'

export const studies: Study[] = [
  theLastBus,
  kerbs,
  lines,
  bicyclesAtNight,
  pathsThatHold,
  parcelsWithoutVans,
  parcelRegister,
  ...restricted,
]
