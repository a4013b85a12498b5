/** A page brings what it has to run, and nothing else. */
import { describe, expect, it } from '@jest/globals'
import { withoutScripts } from './withoutScripts.ts'

const framework =
  '<link rel="preload" as="script" fetchPriority="low" href="/_next/a.js"/><script src="/_next/a.js" async=""></script><script>self.__next_f.push([1,"<p>data-x</p>"])</script>'
const data = '<script type="application/ld+json">{"@type":"Article"}</script>'
const own = '<script src="/harbor/site.js" defer="" data-site="true"></script>'

describe('withoutScripts', () => {
  it('removes scripts and their preloads, keeps the text and the structured data', () => {
    expect(
      withoutScripts(
        `<head>${framework}</head><body>${data}<main>Fog</main>${own}${framework}</body>`,
      ),
    ).toBe(`<head></head><body>${data}<main>Fog</main></body>`)
  })

  it('keeps our own script where there is an island', () => {
    const form = '<form data-island="contact"></form>'
    expect(withoutScripts(`<body>${form}${own}${framework}</body>`)).toBe(
      `<body>${form}${own}</body>`,
    )
  })

  it('leaves a page alone that its scripts have still to put together', () => {
    const page = `<body><template id="B:0"></template><script>$RC("B:0","S:0")</script></body>`
    expect(withoutScripts(page)).toBe(page)
  })
})
