/** The three themes by name. */
import type { ThemeName } from '../model.ts'
import { broadsheet } from './broadsheet/index.ts'
import { gallery } from './gallery/index.ts'
import { ledger } from './ledger/index.ts'
import type { Theme } from './types.ts'

export const themes: Record<ThemeName, Theme> = { broadsheet, gallery, ledger }
