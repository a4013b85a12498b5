// Harbor’s studies: what is published first, then what is not for everyone.
import { fog } from './fog.ts'
import { fortyTwoMinutes } from './forty-two-minutes.ts'
import { maintenanceBeforeItHurts } from './maintenance-before-it-hurts.ts'
import { nineThousandFridges } from './nine-thousand-fridges.ts'
import { onePlanNineBerths } from './one-plan-nine-berths.ts'
import { papersThatCloseThemselves } from './papers-that-close-themselves.ts'
import { quietCabin } from './quiet-cabin.ts'
import { restricted } from './restricted.ts'
import type { Study } from '../../types.ts'

export const studies: Study[] = [
  fortyTwoMinutes,
  onePlanNineBerths,
  fog,
  quietCabin,
  maintenanceBeforeItHurts,
  papersThatCloseThemselves,
  nineThousandFridges,
  ...restricted,
]
