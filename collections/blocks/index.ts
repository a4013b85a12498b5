// The blocks that a chapter or a page may hold, in the order that the editor offers them.
import type { Block } from 'payload'
import { beforeAfter } from './beforeAfter.ts'
import { callToAction } from './callToAction.ts'
import { code } from './code.ts'
import { compare } from './compare.ts'
import { downloads } from './downloads.ts'
import { embed } from './embed.ts'
import { gallery } from './gallery.ts'
import { metric } from './metric.ts'
import { quote } from './quote.ts'
import { timeline } from './timeline.ts'
import { video } from './video.ts'

export const blocks: Block[] = [
  metric,
  gallery,
  beforeAfter,
  video,
  quote,
  timeline,
  compare,
  embed,
  code,
  downloads,
  callToAction,
]
