// One request on its way through.
import type { Address } from '../../media/grammar/index.ts'
import type { AssetRecord } from '../store/record.ts'
import type { Passage } from './gate.ts'
import type { Settings } from './settings.ts'

export type Work = {
  request: Request
  address: Address
  passage: Passage
  record: AssetRecord
  directory: string
  settings: Settings
}
