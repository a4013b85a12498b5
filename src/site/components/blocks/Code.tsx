/** A listing. Colours are roles that the theme fills; without tokens it is plain. */
import type { BlockNode } from '../../model.ts'
import { Caption } from '../MediaFigure.tsx'

export const Code = ({ node }: { node: Extract<BlockNode, { type: 'code' }> }) => (
  <figure className="code wide">
    {node.filename && <div className="code-name">{node.filename}</div>}
    <pre tabIndex={0} dir="ltr">
      <code data-language={node.language}>
        {node.tokens
          ? node.tokens.map((line, index) => (
              <span key={index} className="code-line">
                {line.map((token, at) => (
                  <span key={at} className={token.role ? `is-${token.role}` : undefined}>
                    {token.text}
                  </span>
                ))}
                {'\n'}
              </span>
            ))
          : node.code}
      </code>
    </pre>
    <Caption caption={node.caption} />
  </figure>
)
