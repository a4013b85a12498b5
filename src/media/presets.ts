// The shapes in which pages show pictures.
import type { Preset } from '../../plugins/media/grammar/index.ts'

const LADDER = [320, 480, 640, 960, 1280] as const
const WIDE = [...LADDER, 1600, 1920, 2560] as const

export const presets: readonly Preset[] = [
  { name: 'wide', label: 'Own shape', ratio: null, widths: WIDE },
  { name: 'card', label: 'Card', ratio: [3, 2], widths: LADDER },
  { name: 'banner', label: 'Banner', ratio: [16, 9], widths: [640, 960, 1280, 1600, 1920, 2560] },
  { name: 'portrait', label: 'On a telephone', ratio: [4, 5], widths: LADDER },
  { name: 'square', label: 'Square', ratio: [1, 1], widths: [96, 160, 320, 640] },
  { name: 'og', label: 'Link preview', ratio: [1200, 630], widths: [1200], format: 'jpg' },
]
