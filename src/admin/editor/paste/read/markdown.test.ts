import { describe, expect, it } from '@jest/globals'
import { looksLikeMarkdown } from './markdown.ts'

describe('Markdown is', () => {
  it.each([
    ['a heading', '# Titel\n\nText'],
    ['a heading alone', '## Titel'],
    ['a heading with a line below it', 'Title\n=====\n\nText'],
    ['bold words', 'Das ist **fett** gesagt.'],
    ['bold at the end', 'Das ist **sehr fett**'],
    ['a list', '- eins\n- zwei'],
    ['a list with asterisks', '* eins\n* zwei\n'],
    ['a list with lines between', '- eins\n\n- zwei'],
    ['a list of a program of notes', '• eins\n• zwei'],
    ['a list that counts', '1. eins\n2. zwei'],
    ['a list that counts with lines between', '1. eins\n\n2. zwei'],
    ['a task', '- [ ] call'],
    ['a table', '| a | b |\n|---|---|\n| 1 | 2 |'],
    ['a table without edges', 'a | b\n--- | ---\n1 | 2'],
    ['a link', 'See [this](https://a.example/b) now.'],
    ['a link to a path', 'See [this](/work/).'],
    ['a picture', '![plan](attachment:1:plan.png)'],
    ['a fence', 'Do:\n\n```sh\nls\n```\n'],
    ['a footnote', 'Words[^1]\n\n[^1]: More.'],
    ['several slight signs', '> Quoted\n\nwith `code`'],
    ['as Windows ends its lines', '# Titel\r\n\r\n- a\r\n- b'],
  ])('%s', (_, text) => {
    expect(looksLikeMarkdown(text)).toBe(true)
  })
})

describe('Markdown is not', () => {
  it.each([
    ['words', 'Just words. In two sentences.'],
    ['an asterisk for a note', 'From 9 €* a month\n\n*Terms apply.'],
    ['asterisks of a sum', '2 * 3 * 4 = 24 and 2**3**2'],
    ['asterisks over a word', 'That is f*** off, *sigh*'],
    ['emphasis alone', 'I *really* mean it'],
    ['names with underscores', 'set __init__ and snake_case_names'],
    ['a name like __init__.py alone', 'in foo/__init__.py of it'],
    ['a number with a hash', '#1 in the list, issue #12'],
    ['hashtags', '#architecture #harbour'],
    ['a dash in a line', 'Monday - Friday\n9 - 17'],
    ['speech', '- Yes, he said.'],
    ['a rule', 'above\n---'],
    ['a single quotation', '> hello\nthere'],
    ['a URL', 'https://a.example/b_c_d*e*'],
    ['brackets', 'He [the mayor] (2024) said'],
    ['a price list', 'Coffee 3*2\nTea 4*1'],
    ['a date', '1. March 2026 it was.\nThen 2. April.'],
    ['a script', '#!/bin/sh\n# lists all\nls -la\ncd /tmp'],
    ['a program', '# read it\nimport os\nfor name in os.listdir("."):\n    x = name'],
    ['settings', '# The port\nport: 3000\nhost: 0.0.0.0\nlist:\n  - a\n  - b'],
    ['a table of tabs', 'a\tb\n1\t2'],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(looksLikeMarkdown(text)).toBe(false)
  })

  it('found slowly in a long line', () => {
    const text = '*_`['.repeat(100_000)
    expect(looksLikeMarkdown(text)).toBe(false)
  })
})
