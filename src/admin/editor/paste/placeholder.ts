// The paragraph that stands where a picture will be. It is ordinary text to everything that stores or checks a text;
// what it stands for is kept beside it, in the node's own state, where Lexical keeps it through copying and saving.
import { paragraph, text, type LexicalNode } from '../../../../plugins/importer/exports/convert.ts'
import { PLACEHOLDER, type Placeholder } from '../../../../collections/shared/placeholder.ts'

export const placeholder = (about: Placeholder): LexicalNode => ({
  ...paragraph([text(about.text)]),
  $: { [PLACEHOLDER]: about },
})
