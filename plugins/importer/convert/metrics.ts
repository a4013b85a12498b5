/** Numbers set large, buttons, and what stands together with its like. */
import type { Element } from 'hast'

import type { ConvertContext } from './context.ts'
import type { LexicalNode } from './nodes.ts'

import { property } from '../read/hast.ts'
import { measure } from '../read/outcomes.ts'
import { LIMITS } from './limits.ts'
import { block, FORMAT, link, paragraph, text } from './nodes.ts'

export const metricBlock = (node: Element, context: ConvertContext): LexicalNode => {
  const { unit = '', value } = measure(property(node, 'value'))
  const label = property(node, 'label')
  if (value === undefined || label.length > LIMITS.metricLabel) {
    return paragraph([text(property(node, 'value'), FORMAT.bold), text(` ${label}`)])
  }
  const item = {
    id: context.id(),
    label,
    unit: (property(node, 'unit') || unit).slice(0, 20),
    value,
  }
  return block({ blockType: 'metric', fields: { items: [item] }, id: context.id() })
}

export const button = (node: Element, context: ConvertContext): LexicalNode[] => {
  const label = property(node, 'label')
  const target = context.link(property(node, 'url'))
  return target
    ? [paragraph([link({ children: [text(label)], id: context.id(), newTab: false, target })])]
    : label
      ? [paragraph([text(label)])]
      : []
}

/** Neighbouring numbers are one row of numbers, neighbouring files one list of files. */
export const joinMetrics = (blocks: LexicalNode[]): LexicalNode[] => {
  const result: LexicalNode[] = []
  for (const node of blocks) {
    const last = result.at(-1)
    const a = last?.['fields'] as Record<string, unknown> | undefined
    const b = node['fields'] as Record<string, unknown> | undefined
    const most =
      a?.['blockType'] === 'metric'
        ? LIMITS.metrics
        : a?.['blockType'] === 'downloads'
          ? LIMITS.downloads
          : 0
    const items =
      most > 0 && a?.['blockType'] === b?.['blockType']
        ? [...(a?.['items'] as unknown[]), ...(b?.['items'] as unknown[])]
        : []
    if (last && items.length > 0 && items.length <= most) {
      result[result.length - 1] = { ...last, fields: { ...a, items } }
    } else {
      result.push(node)
    }
  }
  return result
}
