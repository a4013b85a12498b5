/** WordPress shortcodes and block comments → plain HTML that the converter knows. */
import type { Remark } from '../types.ts'

export type WordPressContext = {
  attachments: ReadonlyMap<string, { url: string; alt?: string; caption?: string }>
  /** Reusable blocks, by id. */
  blocks: ReadonlyMap<string, string>
}

/** Blocks that a server fills: an export holds only their settings. */
const DYNAMIC =
  /^(latest-posts|latest-comments|archives|calendar|categories|tag-cloud|rss|search|query|post-.*|site-.*|navigation|loginout|page-list|template-part|avatar|comments.*|shortcode|contact-form.*|jetpack\/.*|woocommerce\/.*)$/

export const expandBlocks = ({
  content,
  context,
  remarks,
}: {
  content: string
  context: WordPressContext
  remarks: Remark[]
}): string => {
  let depth = 0
  const expand = (html: string): string =>
    html.replace(
      /<!--\s+wp:([a-z][\w/-]*)\s*(\{[\s\S]*?\})?\s*(\/)?-->/g,
      (_, name: string, json: string | undefined, isEmpty: string | undefined) => {
        const attributes = parse(json)
        if (name === 'block' && isEmpty) {
          const reference = JSON.stringify(attributes['ref'] ?? '').replaceAll('"', '')
          const inner = context.blocks.get(reference)
          if (inner !== undefined && depth < 5) {
            depth++
            const expanded = expand(inner)
            depth--
            return expanded
          }
          remarks.push({
            code: 'DYNAMIC_BLOCK',
            detail: `reusable block ${reference}`.trim(),
          })
          return ''
        }
        if (
          isEmpty &&
          (name.startsWith('embed') || name.startsWith('core-embed')) &&
          typeof attributes['url'] === 'string'
        ) {
          return `<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">${escape(attributes['url'])}</div></figure>`
        }
        if (isEmpty && name.startsWith('acf/')) {
          return blockData({ attributes, context, name, remarks })
        }
        if (isEmpty && DYNAMIC.test(name) && name !== 'post-content') {
          remarks.push({ code: 'DYNAMIC_BLOCK', detail: name })
        } else if (isEmpty && !/^(separator|spacer|more|nextpage)$/.test(name)) {
          remarks.push({ code: 'UNKNOWN_INCLUDE', detail: `wp:${name}` })
        }
        return ''
      },
    )
  return expand(content)
    .replace(/<!--\s*\/wp:[\w/-]+\s*-->/g, '')
    .replace(/<!--(more|nextpage|noteaser)[\s\S]*?-->/g, '\n\n')
}

/** Blocks of Advanced Custom Fields keep their values in the comment. */
const blockData = ({
  attributes,
  context,
  name,
  remarks,
}: {
  attributes: Record<string, unknown>
  context: WordPressContext
  name: string
  remarks: Remark[]
}): string => {
  const data =
    typeof attributes['data'] === 'object' && attributes['data'] !== null
      ? (attributes['data'] as Record<string, unknown>)
      : {}
  const value = (...keys: string[]): string => {
    for (const [key, item] of Object.entries(data)) {
      if (
        !key.startsWith('_') &&
        keys.some((wanted) => key === wanted || key.endsWith(`_${wanted}`)) &&
        (typeof item === 'string' || typeof item === 'number')
      ) {
        return String(item)
      }
    }
    return ''
  }
  const quote = value('quote', 'testimonial')
  if (quote) {
    return `<vitrine-testimonial data-quote="${escape(quote)}" data-attribution="${escape(value('author', 'name', 'attribution'))}" data-position="${escape(value('role', 'position', 'title'))}" data-organisation="${escape(value('company', 'organisation', 'organization'))}"></vitrine-testimonial>`
  }
  const image = context.attachments.get(value('image', 'picture', 'photo'))
  const parts = [
    value('heading', 'title', 'headline')
      ? `<h3>${escape(value('heading', 'title', 'headline'))}</h3>`
      : '',
    image ? `<img src="${escape(image.url)}" alt="${escape(image.alt ?? '')}">` : '',
    value('text', 'content', 'body', 'description', 'copy'),
  ].filter(Boolean)
  if (parts.length === 0) {
    remarks.push({ code: 'UNKNOWN_INCLUDE', detail: `wp:${name}` })
  }
  return parts.join('\n\n')
}

export const expandShortcodes = ({
  content,
  context,
  remarks,
}: {
  content: string
  context: WordPressContext
  remarks: Remark[]
}): string => {
  const images = (ids: string): string =>
    ids
      .split(/[\s,]+/)
      .filter(Boolean)
      .map((id) => {
        const attachment = context.attachments.get(id)
        if (!attachment) {
          remarks.push({ code: 'MISSING_IMAGE', detail: `attachment ${id}` })
          return ''
        }
        const image = `<img src="${escape(attachment.url)}" alt="${escape(attachment.alt ?? '')}">`
        return attachment.caption
          ? `<figure>${image}<figcaption>${escape(attachment.caption)}</figcaption></figure>`
          : image
      })
      .join('')

  return (
    content
      .replace(/\[\[([\w-]+[^\]]*)\]\]/g, (_, inner: string) => `&#91;${inner}&#93;`)
      .replace(
        /\[(?:wp_)?caption\b([^\]]*)\]([\s\S]*?)\[\/(?:wp_)?caption\]/g,
        (_, attributes: string, inner: string) => {
          const media = /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)/i.exec(inner)?.[1] ?? ''
          const caption =
            inner.slice(inner.indexOf(media) + media.length).trim() ||
            (attribute(attributes, 'caption') ?? '')
          return `<figure>${media || inner}${caption ? `<figcaption>${caption}</figcaption>` : ''}</figure>`
        },
      )
      .replace(
        /\[gallery\b([^\]]*)\]/g,
        (_, attributes: string) =>
          `<div class="gallery">${images(attribute(attributes, 'ids') ?? attribute(attributes, 'include') ?? '')}</div>`,
      )
      .replace(
        /\[embed\b[^\]]*\]\s*([^\s[]+)\s*\[\/embed\]/g,
        (_, url: string) => `<vitrine-embed data-url="${escape(url)}"></vitrine-embed>`,
      )
      .replace(
        /\[(youtube|vimeo)\b([^\]]*)\](?:([^[]*)\[\/\1\])?/g,
        (_, name: string, attributes: string, inner?: string) => {
          const id =
            attribute(attributes, 'url') ??
            attribute(attributes, 'src') ??
            attribute(attributes, 'id') ??
            (inner?.trim() || attributes.replace(/^[=\s]+/, '').trim())
          return `<vitrine-embed data-url="${escape(/^https?:/.test(id) ? id : name === 'vimeo' ? `https://vimeo.com/${id}` : `https://www.youtube.com/watch?v=${id}`)}"></vitrine-embed>`
        },
      )
      .replace(
        /\[(video|audio)\b([^\]]*)\](?:\s*\[\/\1\])?/g,
        (_, name: string, attributes: string) => {
          const url =
            ['src', 'mp4', 'webm', 'm4v', 'mov', 'mp3', 'ogg', 'wav']
              .map((key) => attribute(attributes, key))
              .find(Boolean) ?? ''
          return url ? `<${name} src="${escape(url)}"></${name}>` : ''
        },
      )
      .replace(
        /\[(code|sourcecode|php|css|js|html)\b([^\]]*)\]([\s\S]*?)\[\/\1\]/g,
        (_, name: string, attributes: string, inner: string) => {
          const language =
            attribute(attributes, 'lang') ??
            attribute(attributes, 'language') ??
            (/code/.test(name) ? '' : name)
          return `<pre><code class="language-${escape(language)}">${inner.replace(/^\n+|\s+$/g, '').replaceAll('<', '&lt;')}</code></pre>`
        },
      )
      .replace(
        /\[(blockquote|quote|pullquote|testimonial)\b([^\]]*)\]([\s\S]*?)\[\/\1\]/g,
        (_, name: string, attributes: string, inner: string) => {
          const by =
            attribute(attributes, 'author') ??
            attribute(attributes, 'name') ??
            attribute(attributes, 'cite') ??
            ''
          return `<blockquote class="${name}"><p>${inner.trim()}</p>${by ? `<cite>${escape(by)}</cite>` : ''}</blockquote>`
        },
      )
      .replace(
        /\[(button|btn|vc_btn|et_pb_button)\b([^\]]*)\](?:([^[]*)\[\/\1\])?/g,
        (_, name: string, attributes: string, inner?: string) => {
          const url =
            attribute(attributes, 'url') ??
            attribute(attributes, 'link') ??
            attribute(attributes, 'href') ??
            attribute(attributes, 'button_url') ??
            ''
          const label =
            inner?.trim() ||
            (attribute(attributes, 'text') ??
              attribute(attributes, 'title') ??
              attribute(attributes, 'button_text') ??
              '')
          return url && label ? `<p><a href="${escape(url)}">${escape(label)}</a></p>` : label
        },
      )
      // Page builders wrap everything: their tags go, their text stays.
      .replace(
        /\[(\/?)([a-z][\w-]*)((?:\s[^\]]*)?)\]/gi,
        (whole, slash: string, name: string, attributes: string, offset: number, all: string) => {
          const isShortcode =
            name.includes('_') ||
            slash === '/' ||
            /\w=["'\d]/.test(attributes) ||
            all.includes(`[/${name}]`)
          if (!isShortcode || isInCode(all, offset)) {
            return whole
          }
          const title = slash ? undefined : attribute(attributes, 'title')
          const image = slash
            ? undefined
            : (context.attachments.get(attribute(attributes, 'image') ?? '')?.url ??
              /\bsrc=["'](\S+\.(?:jpe?g|png|gif|webp))["']/i.exec(attributes)?.[1])
          if (!slash) {
            remarks.push({ code: 'UNKNOWN_INCLUDE', detail: `[${name}]` })
          }
          return `\n\n${title && /\s|^[A-Z]/.test(title) ? `<h3>${escape(title)}</h3>\n\n` : ''}${image ? `<img src="${escape(image)}" alt="">\n\n` : ''}`
        },
      )
  )
}

const isInCode = (html: string, offset: number): boolean => {
  const before = html.slice(0, offset)
  return (
    before.lastIndexOf('<code') > before.lastIndexOf('</code>') ||
    before.lastIndexOf('<pre') > before.lastIndexOf('</pre>')
  )
}

const attribute = (source: string, name: string): string | undefined => {
  const match = new RegExp(
    `(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s\\]]+))`,
    'i',
  ).exec(source)
  return (match?.[1] ?? match?.[2] ?? match?.[3])?.trim() || undefined
}

const parse = (json: string | undefined): Record<string, unknown> => {
  try {
    const value: unknown = json ? JSON.parse(json) : {}
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

const escape = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
