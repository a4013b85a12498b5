/** Colours code on the server: shiki's tokens, reduced to a handful of roles that each theme fills. */
import type { CodeToken, RichNode, StudyView } from './model.ts'

export const highlightStudy = async (study: StudyView): Promise<StudyView> => ({
  ...study,
  chapters: await Promise.all(
    study.chapters.map(async (chapter) => ({
      ...chapter,
      body: await highlightNodes(chapter.body),
    })),
  ),
})

export const highlightNodes = (nodes: RichNode[]): Promise<RichNode[]> =>
  Promise.all(
    nodes.map(async (node) =>
      node.type === 'code'
        ? { ...node, tokens: await tokensOf({ code: node.code, language: node.language }) }
        : node,
    ),
  )

/** The roles by the variable names that shiki's css-variables theme gives its tokens. */
const roles: Record<string, string> = {
  'token-keyword': 'keyword',
  'token-string': 'string',
  'token-string-expression': 'string',
  'token-comment': 'comment',
  'token-function': 'function',
}

const tokensOf = async ({
  code,
  language,
}: {
  code: string
  language: string
}): Promise<CodeToken[][] | null> => {
  try {
    const { bundledLanguages, codeToTokens, createCssVariablesTheme } = await import('shiki')
    if (!(language in bundledLanguages)) {
      return null
    }
    const theme = createCssVariablesTheme({ name: 'roles', variablePrefix: '--', fontStyle: false })
    const { tokens } = await codeToTokens(code, {
      lang: language as keyof typeof bundledLanguages,
      theme,
    })
    return tokens.map((line) =>
      line.map((token) => ({
        text: token.content,
        role: roles[/--([a-z-]+)/.exec(token.color ?? '')?.[1] ?? ''] ?? null,
      })),
    )
  } catch {
    // A listing without colours is better than no page.
    return null
  }
}
