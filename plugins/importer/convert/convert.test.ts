/** hast → Lexical: what people wrote arrives in the right shapes. */
import { describe, expect, it } from '@jest/globals'

import { readMarkdown } from '../read/markdown.ts'
import { readWordPressContent } from '../read/wordpress-content.ts'
import { convert, draw, drawAll, html, markdown } from './testSupport.ts'

describe('inline content', () => {
  it('keeps formats, links and breaks, and takes out the white space of the source', () => {
    expect(
      drawAll(
        markdown(
          'A **bold _and\nitalic_** `code`  \nnext <sub>2</sub><sup>3</sup> ~~old~~ <u>u</u> [l](https://x.example "t").',
        ),
      ),
    ).toEqual([
      'A {1:bold }{3:and italic} {16:code}/next {32:2}{64:3} {4:old} {8:u} <l|https://x.example>.',
    ])
  })

  it('keeps the text of a link that may not stay one, and says so', () => {
    const result = html(
      '<p><a href="javascript:alert(1)">a</a> <a href="java&#10;script:alert(1)">b</a> <a href="data:text/html,x">c</a> <a href="">d</a> <a href="mailto:x@y.example">e</a></p>',
    )
    expect(drawAll(result)).toEqual(['a b c d <e|mailto:x@y.example>'])
    expect(result.remarks.map(({ code }) => code)).toEqual([
      'UNSAFE_LINK',
      'UNSAFE_LINK',
      'UNSAFE_LINK',
      'EMPTY_LINK',
    ])
  })

  it('splits a paragraph around a picture', () => {
    expect(drawAll(markdown('Before ![alt](a.png "cap") after.'))).toEqual([
      'Before',
      'UPLOAD id:a.png cap',
      'after.',
    ])
  })

  it('leaves no trace of a picture that is not there', () => {
    expect(drawAll(markdown('Before ![alt](missing.png) after.'))).toEqual(['Before after.'])
  })
})

describe('lists', () => {
  it('nests, counts and checks', () => {
    expect(drawAll(markdown('3. a\n4. b\n   - c\n     - d\n5. e'))).toEqual([
      'number3[(3 a)(4 b)(5 bullet1[(1 c)(2 bullet1[(1 d)])])(5 e)]',
    ])
    expect(drawAll(markdown('- [x] done\n- [ ] open'))).toEqual(['check1[(1x done)(2o open)]'])
  })

  it('ends around a picture or code and goes on with the right number', () => {
    expect(
      drawAll(markdown('1. a\n\n   ![x](a.png)\n\n2. b\n\n   ```js\n   c()\n   ```\n\n3. d')),
    ).toEqual([
      'number1[(1 a)]',
      'UPLOAD id:a.png',
      'number2[(2 b)]',
      'BLOCK code {"caption":"","code":"c()","filename":"","language":"javascript"}',
      'number3[(3 d)]',
    ])
  })

  it('keeps the paragraphs of one item in one item', () => {
    expect(drawAll(markdown('- a\n\n  b\n- c'))).toEqual(['bullet1[(1 a//b)(2 c)]'])
  })
})

describe('blocks', () => {
  it('brings headings within the levels that chapters have', () => {
    expect(drawAll(html('<h1>a</h1><h2>b</h2><h3>c</h3><h6>d <a href="#d">#</a></h6>'))).toEqual([
      'h2: a',
      'h2: b',
      'h3: c',
      'h4: d',
    ])
  })

  it('makes tables rectangular and marks their headers', () => {
    expect(drawAll(markdown('| a | b |\n|---|---|\n| 1 | **2** |\n| 3 |'))).toEqual([
      'table: tablerow: #a#btablerow: |1|{1:2}tablerow: |3|',
    ])
    expect(
      drawAll(html('<table><tr><th>r</th><td>1</td></tr><tr><td>x</td></tr></table>')),
    ).toEqual(['table: tablerow: #r|1tablerow: |x|'])
  })

  it('brings figures with captions, galleries and linked pictures', () => {
    expect(
      drawAll(
        html('<figure><img src="a.png" alt=""><figcaption>Cap <b>tion</b></figcaption></figure>'),
      ),
    ).toEqual(['UPLOAD id:a.png Cap tion'])
    expect(
      drawAll(html('<div class="gallery"><img src="a.png"><img src="b.png"></div>'))[0],
    ).toContain('BLOCK gallery {"images":[{"caption":"","image":"id:a.png"')
    expect(
      drawAll(html('<a href="https://x.example"><img src="a.png" alt="The site"></a>')),
    ).toEqual(['UPLOAD id:a.png', '<The site|https://x.example>'])
    expect(drawAll(html('<a href="a-large.png"><img src="a.png"></a>'))).toEqual([
      'UPLOAD id:a.png',
    ])
  })

  it('brings films and frames as blocks, in any spelling of their address', () => {
    for (const url of [
      'https://www.youtube-nocookie.com/embed/abc-123',
      '//youtube.com/watch?v=abc-123',
      'https://youtu.be/abc-123',
    ]) {
      expect(drawAll(html(`<iframe src="${url}" title="T"></iframe>`))).toEqual([
        'BLOCK video {"caption":"T","kind":"link","url":"https://www.youtube.com/watch?v=abc-123"}',
      ])
    }
    expect(drawAll(html('<iframe src="http://maps.example/x"></iframe>'))).toEqual([
      'BLOCK embed {"ratio":"16:9","title":"maps.example","url":"https://maps.example/x"}',
    ])
  })

  it('tells plain quotations, attributed ones and testimonials apart', () => {
    expect(drawAll(markdown('> a\n>\n> b'))).toEqual(['quote: a//b'])
    expect(
      drawAll(html('<blockquote><p>Good.</p><cite>— Ada Byron, engineer</cite></blockquote>')),
    ).toEqual(['BLOCK quote {"text":"Good.","attribution":"Ada Byron","position":"engineer"}'])
    expect(
      drawAll(
        html(
          '<blockquote class="testimonial-blockquote">Good. <span>- Ada, engineer</span></blockquote>',
        ),
      ),
    ).toEqual(['BLOCK quote {"testimonial":"testimonial-id"}'])
  })

  it('puts a linked file below the sentence that names it', () => {
    expect(drawAll(markdown('Read [the report](r.pdf) first.'))).toEqual([
      'Read the report first.',
      'BLOCK downloads {"items":[{"document":"file-id","id":"000000000000000000000000","label":"the report"}]}',
    ])
  })

  it('joins neighbouring numbers', () => {
    const { root } = readMarkdown({
      source:
        '{{< stat value="38%" label="fewer groundings" >}}\n\n{{< stat value="−4.5" label="days" >}}',
    })
    expect(drawAll(convert(root))).toEqual([
      expect.stringMatching(
        /^BLOCK metric .*"label":"fewer groundings","unit":"%","value":38.*"label":"days","unit":"","value":-4.5/,
      ),
    ])
  })

  it('keeps definitions, disclosures, footnotes and alerts readable', () => {
    expect(
      drawAll(html('<dl><dt>a</dt><dd>b</dd></dl><details><summary>s</summary><p>t</p></details>')),
    ).toEqual(['{1:a}', 'b', 'h4: s', 't'])
    expect(drawAll(markdown('x[^1]\n\n[^1]: note'))).toEqual([
      'x{64:1}',
      'horizontalrule: ',
      'number1[(1 note)]',
    ])
    expect(drawAll(markdown('> [!NOTE]\n> mind'))).toEqual(['{1:Note}', 'mind'])
  })

  it('reports what has no counterpart', () => {
    const { nodes, remarks } = html(
      '<p>a</p><svg></svg><script>x</script><form><input></form><style>b</style>',
    )
    expect(nodes.map(draw)).toEqual(['a'])
    expect(remarks.map(({ detail }) => detail)).toEqual(['svg', 'script', 'form'])
  })
})

describe('Markdown of other generators', () => {
  it('reads a heading right below a line of HTML, and one without a space', () => {
    expect(drawAll(markdown('<div class="x">Approach</div>\n### Small steps\n\n###Tight'))).toEqual(
      ['Approach', 'h3: Small steps', 'h3: Tight'],
    )
  })

  it('takes attribute lines, anchors and tables of contents out', () => {
    expect(drawAll(markdown('* TOC\n{:toc}\n\n## A {#a}\n\nText\n{: .lead}'))).toEqual([
      'h2: A',
      'Text',
    ])
  })

  it('knows testimonials, figures and films by their includes', () => {
    expect(
      drawAll(
        markdown(
          '{% include "testimonial.html", quote: "Good", attribution: "Ada" %}\n\n{% image_with_class "a.jpg" "width-300px" "A dog" %}\n\n{{ "https://www.youtube.com/embed/abc" | embed: "Film" }}',
        ),
      ),
    ).toEqual([
      'BLOCK quote {"testimonial":"testimonial-id"}',
      'UPLOAD id:a.jpg',
      'BLOCK video {"caption":"Film","kind":"link","url":"https://www.youtube.com/watch?v=abc"}',
    ])
  })

  it('keeps the source of a call in indented code', () => {
    expect(drawAll(markdown('    {% include x.html %}'))).toEqual([
      'BLOCK code {"caption":"","code":"{% include x.html %}","filename":"","language":"text"}',
    ])
  })
})

describe('WordPress content', () => {
  const context = {
    attachments: new Map([
      ['7', { alt: 'Seven', url: '/7.png' }],
      ['8', { url: '/8.png' }],
    ]),
    blocks: new Map(),
  }
  const wordpress = (content: string) => convert(readWordPressContent({ content, context }).root)

  it('makes paragraphs and line breaks of classic posts', () => {
    expect(drawAll(wordpress('One\ntwo\n\nThree <b>four</b>\n\n<h2>Five</h2>\nsix'))).toEqual([
      'One/two',
      'Three {1:four}',
      'h2: Five',
      'six',
    ])
  })

  it('brings captions and galleries, keeps brackets that are no shortcodes', () => {
    expect(drawAll(wordpress('[caption id="a"]<img src="/7.png"> Said [sic][/caption]'))).toEqual([
      'UPLOAD id:/7.png Said [sic]',
    ])
    expect(drawAll(wordpress('[gallery ids="7,8"]'))[0]).toContain('BLOCK gallery')
  })
})
