/** The includes and shortcodes that are known, and what each becomes. Names of many engines, one list. */
import type { ElementContent } from 'hast'

import type { Remark } from '../types.ts'
import type { TemplateCall } from './templates.ts'

import { h, textNode, textOf } from './hast.ts'

type Expansion = (args: {
  call: TemplateCall
  children: ElementContent[]
}) => ElementContent[] | null

/**
 * What stands in the place of a call. An unknown call leaves its inner text, if it has any, and a remark.
 */
export const expandCall = ({
  call,
  children = [],
  remarks,
}: {
  call: TemplateCall
  children?: ElementContent[]
  remarks: Remark[]
}): ElementContent[] => {
  const name = normalName(call.name)
  if (IGNORED.test(name)) {
    return children
  }
  const known = KNOWN.find(([pattern]) => pattern.test(name))?.[1]
  const result = known?.({ call, children }) ?? guess({ call, children })
  if (result) {
    return result
  }
  remarks.push({
    code: 'UNKNOWN_INCLUDE',
    detail: call.name.slice(0, 80) || call.source.slice(0, 80),
  })
  return children
}

/** `partials/components/Testimonial_Large.html` → `testimonial-large`. */
export const normalName = (name: string): string =>
  (name.split('/').pop() ?? name)
    .replace(/\.(html?|njk|liquid|md|twig|hbs|webc|astro)$/i, '')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/_/g, '-')
    .toLowerCase()

const IGNORED =
  /^(toc|table-of-contents|more|excerpt-separator|clear(fix)?|spacer|share|social|newsletter|analytics|comments?|disqus|breadcrumbs?|icon|script|head|header|footer|nav)$/

const named = (call: TemplateCall, ...names: string[]): string => {
  for (const name of names) {
    const value = call.named[name]
    if (value) {
      return value.trim()
    }
  }
  return ''
}

const image: Expansion = ({ call, children }) => {
  const positional = [...call.positional]
  const at = positional.findIndex((value) => isImagePath(value))
  const src =
    named(call, 'src', 'image', 'url', 'path', 'file', 'img', 'source', 'image_path', 'link') ||
    (at === -1 ? (positional[0] ?? '') : (positional[at] ?? ''))
  if (!src) {
    return null
  }
  const rest = positional.filter((value) => value !== src && !isPresentation(value))
  const alt =
    named(call, 'alt', 'image_alt', 'imagealt', 'alttext', 'alt_text') ||
    (rest.at(-1) ?? named(call, 'title'))
  const caption =
    named(call, 'caption', 'figcaption', 'credit', 'description') ||
    textOf(h('div', {}, children)).trim()
  const picture = h('img', { alt, src })
  const href = named(call, 'link', 'url', 'href')
  const shown = href && href !== src ? h('a', { href }, [picture]) : picture
  return [h('figure', {}, [shown, ...(caption ? [h('figcaption', {}, [textNode(caption)])] : [])])]
}

const video =
  (toUrl: (id: string) => string): Expansion =>
  ({ call }) => {
    const id =
      named(call, 'url', 'src', 'id', 'video', 'videoid', 'video_id', 'file') ||
      call.positional[0] ||
      ''
    const title = named(call, 'title', 'caption', 'alt') || (call.positional[1] ?? '')
    return id
      ? [
          h('vitrine-embed', {
            title,
            url: /^(https?:)?\/\/|^[./]|\.(mp4|webm|mov)$/i.test(id) ? id : toUrl(id),
          }),
        ]
      : null
  }

const testimonial: Expansion = ({ call, children }) => {
  const quote =
    named(call, 'quote', 'text', 'content', 'body', 'blockquote') ||
    textOf(h('div', {}, children)).trim() ||
    call.positional[0] ||
    ''
  if (!quote) {
    return null
  }
  return [
    h('vitrine-testimonial', {
      attribution:
        named(call, 'attribution', 'author', 'name', 'by', 'person', 'cite', 'source', 'speaker') ||
        (call.positional[1] ?? ''),
      organisation: named(call, 'organization', 'organisation', 'company', 'client', 'agency'),
      position:
        named(call, 'position', 'role', 'job', 'title', 'jobtitle', 'job_title') ||
        (call.positional[2] ?? ''),
      quote,
    }),
  ]
}

const code: Expansion = ({ call, children }) => {
  const content = call.content ?? textOf(h('div', {}, children))
  const language = named(call, 'lang', 'language') || (call.positional[0] ?? '')
  return [
    h('pre', { title: named(call, 'title', 'filename', 'file') }, [
      h('code', { className: language ? [`language-${language}`] : [] }, [
        textNode(content.replace(/^\n+|\s+$/g, '')),
      ]),
    ]),
  ]
}

const callout: Expansion = ({ call, children }) => {
  const title = named(call, 'title', 'heading')
  const text = named(call, 'text', 'content', 'body', 'message')
  return [
    h('aside', {}, [
      ...(title ? [h('p', {}, [h('strong', {}, [textNode(title)])])] : []),
      ...(text ? [h('p', {}, [textNode(text)])] : []),
      ...children,
    ]),
  ]
}

const details: Expansion = ({ call, children }) => [
  h('details', {}, [
    h('summary', {}, [
      textNode(named(call, 'summary', 'title', 'heading') || (call.positional[0] ?? '')),
    ]),
    ...children,
  ]),
]

const button: Expansion = ({ call, children }) => {
  const url =
    named(call, 'url', 'href', 'link', 'to') ||
    call.positional.find((value) => /^(https?:|\/|#|mailto:)/.test(value)) ||
    ''
  const label =
    named(call, 'label', 'text', 'title') ||
    textOf(h('div', {}, children)).trim() ||
    call.positional.find((value) => value !== url) ||
    ''
  return url && label
    ? [h('vitrine-button', { label, text: named(call, 'description'), url })]
    : null
}

const metric: Expansion = ({ call, children }) => {
  const value = named(call, 'value', 'number', 'stat', 'figure') || call.positional[0] || ''
  const label =
    named(call, 'label', 'text', 'title', 'caption', 'description') ||
    textOf(h('div', {}, children)).trim() ||
    (call.positional[1] ?? '')
  return value && label
    ? [h('vitrine-metric', { label, unit: named(call, 'unit', 'suffix'), value })]
    : null
}

const gallery: Expansion = ({ call, children }) => {
  const listed = named(call, 'images', 'srcs')
    .split(/[,\s]+/)
    .concat(call.positional)
    .filter(isImagePath)
  return [
    h('div', { className: ['gallery'] }, [
      ...children,
      ...listed.map((src) => h('img', { alt: '', src })),
    ]),
  ]
}

const embed: Expansion = ({ call }) => {
  const url =
    named(call, 'url', 'src', 'href', 'link') ||
    call.positional.find((value) => /^(https?:)?\/\//.test(value)) ||
    ''
  return url
    ? [
        h('vitrine-embed', {
          title: named(call, 'title', 'caption') || (call.positional[1] ?? ''),
          url,
        }),
      ]
    : null
}

const gist: Expansion = ({ call }) => {
  const [user = '', id = ''] = call.positional
  const url = id
    ? `https://gist.github.com/${user}/${id}`
    : user.includes('/')
      ? `https://gist.github.com/${user}`
      : ''
  return url ? [h('p', {}, [h('a', { href: url }, [textNode(url)])])] : null
}

const tweet: Expansion = ({ call }) => {
  const user = named(call, 'user') || 'i/web'
  const id = named(call, 'id') || (call.positional.at(-1) ?? '')
  const url = /^https?:/.test(id)
    ? id
    : /^\d+$/.test(id)
      ? `https://twitter.com/${user}/status/${id}`
      : ''
  return url ? [h('p', {}, [h('a', { href: url }, [textNode(url)])])] : null
}

const quote: Expansion = ({ call, children }) => testimonial({ call, children })

const textOnly: Expansion = ({ call, children }) =>
  children.length > 0 ? children : call.positional[0] ? [textNode(call.positional[0])] : null

const KNOWN: Array<[RegExp, Expansion]> = [
  [/^(block-?|pull-?)?quote$|testimonial|^pullquote$/, quote],
  [
    /^(youtube|yt|lite-youtube|youtube-embed|youtubeplayer|you-tube)$/,
    video((id) => `https://www.youtube.com/watch?v=${id}`),
  ],
  [/^(vimeo|vimeo-simple|vimeo-embed)$/, video((id) => `https://vimeo.com/${id}`)],
  [/^video|^mp4$|-video$/, video((id) => id)],
  [/gallery|carousel|slideshow|lightbox|image-grid|image-row/, gallery],
  [
    /^(img|image|picture|photo|screenshot|figure|fig|asset-img|imgproc|resize|thumbnail)\b|-(img|image|figure|photo|picture)$|^image-/,
    image,
  ],
  [/^(highlight|code|codeblock|code-block|syntax)$/, code],
  [/^(details|expand|accordion|accordion-item|collapse|spoiler|disclosure)$/, details],
  [/^(button|btn|cta|call-to-action|link-button)$/, button],
  [/^(metric|stat|statistic|kpi|big-number|number|fact)$/, metric],
  [
    /^(notice|note|tip|info|warning|alert|callout|admonition|hint|aside|box|highlight-box|funfact|important|caution)$/,
    callout,
  ],
  [
    /^(embed|iframe|codepen|figma|codesandbox|map|google-map|soundcloud|spotify|slideshare|speakerdeck|loom)/,
    embed,
  ],
  [/^gist$/, gist],
  [/^(tweet|twitter|x|instagram|mastodon)(-simple)?$/, tweet],
  [
    /^(columns?|row|grid|section|container|wrap(per)?|div|tabs?|steps?|step|center|lead|intro|markdown|md|cards?|raw-?html|rawhtml|mark|small|span)$/,
    textOnly,
  ],
]

/** A call of an unknown name whose arguments still say what it is. */
const guess: Expansion = ({ call, children }) => {
  if (named(call, 'quote')) {
    return testimonial({ call, children })
  }
  if ([...Object.values(call.named), ...call.positional].some(isImagePath)) {
    return image({ call, children })
  }
  const url = named(call, 'url', 'src', 'href')
  if (/(youtube\.com|youtu\.be|youtube-nocookie\.com|vimeo\.com)\//.test(url)) {
    return embed({ call, children })
  }
  return null
}

const isImagePath = (value: string): boolean =>
  /\.(avif|gif|jpe?g|png|svg|tiff?|webp)([?#].*)?$/i.test(value.trim()) && !/\s{2,}|\n/.test(value)

/** Widths, class names and the like among positional arguments. */
const isPresentation = (value: string): boolean =>
  isImagePath(value) ||
  /^\d+(px|%|em|rem)?$/.test(value) ||
  value === '' ||
  (/^[\w-]+$/.test(value) &&
    /-|px$|^(left|right|center|full|wide|small|medium|large|lazy|eager)$/.test(value)) ||
  (/^[\w-]+( [\w-]+)+$/.test(value) && value.split(' ').every((word) => word.includes('-')))
