/** Includes, shortcodes and variables in Markdown sources. */
import { describe, expect, it } from '@jest/globals'

import { readArguments } from './template-arguments.ts'
import { readTemplates } from './templates.ts'

const read = (source: string, fields: Record<string, unknown> = {}) =>
  readTemplates({ fields, source })

describe('readArguments', () => {
  it('reads names and values over several lines, with = and with :', () => {
    const { named } = readArguments({
      source: 'size: "md",\n quote: "He said: \\"go\\"",\n by=\'Ada\'',
    })
    expect(named).toEqual({ by: 'Ada', quote: 'He said: "go"', size: 'md' })
  })

  it('takes a missing comma, an empty value and an address for what they are', () => {
    const { named, positional } = readArguments({
      source: '"a.jpg" url: https://x.example/a alt: "" last: "z"',
    })
    expect(positional).toEqual(['a.jpg'])
    expect(named).toEqual({ alt: '', last: 'z', url: 'https://x.example/a' })
  })

  it('replaces a variable by its value and an unknown one by nothing', () => {
    const lookup = (name: string) => (name === 'page.image' ? '/a.png' : undefined)
    expect(readArguments({ lookup, source: 'src=page.image alt=page.nothing' }).named).toEqual({
      alt: '',
      src: '/a.png',
    })
  })
})

describe('readTemplates', () => {
  it('finds an include with arguments over several lines', () => {
    const { calls, text } = read(
      '{% include "testimonial.html",\n  quote: "Good",\n  attribution: "Ada"\n%}',
    )
    expect(calls).toHaveLength(1)
    expect(calls[0]).toMatchObject({
      name: 'testimonial.html',
      named: { attribution: 'Ada', quote: 'Good' },
    })
    expect(text).not.toContain('{%')
  })

  it('resolves literals, front matter and site variables in place', () => {
    const { remarks, text } = read(
      '[a]({{ "/about/" | url }}) {{ page.client }} {{ site.baseurl }}/b {{ client | upcase }}',
      { client: 'Acme' },
    )
    expect(text).toBe('[a](/about/) Acme /b Acme')
    expect(remarks).toEqual([])
  })

  it('reports a variable that has no value and leaves nothing in its place', () => {
    const { remarks, text } = read('Hello {{ collections.posts }}!')
    expect(text).toBe('Hello !')
    expect(remarks).toEqual([{ code: 'TEMPLATE_VARIABLE', detail: 'collections.posts' }])
  })

  it('leaves fenced code and code spans untouched', () => {
    const source =
      '```liquid\n{% include x.html %}\n{{ page.title }}\n```\n\nUse `{{ page.title }}` here.'
    expect(read(source, { title: 'T' }).text).toBe(source)
  })

  it('drops comments with what is in them, and keeps raw text', () => {
    expect(
      read('a{% comment %}{{ "x" | embed: "y" }}{% endcomment %}b{% raw %}{{ c }}{% endraw %}')
        .text,
    ).toBe('ab{{ c }}')
  })

  it('keeps the first branch of a condition, drops loops, and says so', () => {
    const { remarks, text } = read(
      '{% if page.a %}yes{% else %}no{% endif %} {% for p in posts %}{{ p.title }}{% endfor %}end',
    )
    expect(text).toBe('yes end')
    expect(remarks.map(({ code }) => code)).toEqual(['TEMPLATE_LOGIC', 'TEMPLATE_LOGIC'])
  })

  it('reads Hugo shortcodes, paired ones with their Markdown inside', () => {
    const { calls, text } = read(
      '{{< figure src="a.png" alt="A" >}}\n{{% notice tip %}}\n**Loud**\n{{% /notice %}}',
    )
    expect(calls.map(({ name }) => name)).toEqual(['figure', 'notice'])
    expect(text).toMatch(/<div data-call="1">\s+\*\*Loud\*\*\s+<\/div>/)
  })

  it('keeps the source of a highlighted block, braces and all', () => {
    const { calls } = read('{{< highlight go >}}\nfmt.Println("{{ x }}")\n{{< /highlight >}}')
    expect(calls[0]).toMatchObject({ content: '\nfmt.Println("{{ x }}")\n', name: 'highlight' })
  })

  it('gives an address to a link of Jekyll or Hugo', () => {
    expect(read('[a]({% post_url 2020-01-01-x %}) [b]({{< ref "y.md" >}})').text).toBe(
      '[a](2020-01-01-x) [b](y.md)',
    )
  })

  it('ends at the first end when quotes do not match up', () => {
    const { calls, text } = read('{% note it\'s "fine %} after')
    expect(calls).toHaveLength(1)
    expect(text.endsWith(' after')).toBe(true)
  })

  it('leaves an unclosed tag as it stands', () => {
    expect(read('50 {% of it').text).toBe('50 {% of it')
  })

  it('takes no longer for thousands of unclosed tags', () => {
    const started = performance.now()
    read('{% a %}{{ b '.repeat(20_000))
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
