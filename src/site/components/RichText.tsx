/** The presented rich text as HTML. Nothing here is trusted markup: React escapes every text. */
import { Fragment, type ReactNode } from 'react'
import type { InlineNode, Mark, RichNode } from '../model.ts'
import type { Strings } from '../strings/index.ts'
import { Block } from './blocks/Block.tsx'
import { MediaFigure } from './MediaFigure.tsx'
import type { Widths } from './widths.ts'

export type RichTextProps = { nodes: RichNode[]; strings: Strings; widths: Widths }

export const RichText = ({ nodes, strings, widths }: RichTextProps) => (
  <>
    {nodes.map((node, index) => (
      <Node key={index} node={node} strings={strings} widths={widths} />
    ))}
  </>
)

type NodeProps<Node> = { node: Node; strings: Strings; widths: Widths }

const Node = ({ node, strings, widths }: NodeProps<RichNode>) => {
  switch (node.type) {
    case 'paragraph':
      return (
        <p className={node.align ? `is-${node.align}` : undefined}>
          <Inline nodes={node.children} />
        </p>
      )
    case 'heading': {
      const Tag = `h${node.level}` as 'h2' | 'h3' | 'h4' | 'h5' | 'h6'
      return (
        <Tag id={node.id}>
          <Inline nodes={node.children} />
        </Tag>
      )
    }
    case 'list':
      return <List node={node} strings={strings} widths={widths} />
    case 'quote':
      return (
        <blockquote>
          <p>
            <Inline nodes={node.children} />
          </p>
        </blockquote>
      )
    case 'rule':
      return <hr />
    case 'table':
      return <Table node={node} strings={strings} widths={widths} />
    case 'media':
      return <MediaFigure media={node.media} caption={node.caption} sizes={widths.figure} />
    case 'file':
      return (
        <p>
          <a href={node.href} download>
            {node.label}
          </a>
          {node.detail && <small> ({node.detail})</small>}
        </p>
      )
    case 'reference':
      return (
        <p>
          <a href={node.href}>{node.label}</a>
        </p>
      )
    default:
      return <Block node={node} strings={strings} widths={widths} />
  }
}

const List = ({ node, strings, widths }: NodeProps<Extract<RichNode, { type: 'list' }>>) => {
  const items = node.items.map((item, index) => (
    <li
      key={index}
      className={item.isChecked === null ? undefined : item.isChecked ? 'is-done' : 'is-open'}
    >
      {item.isChecked !== null && (
        <span className="visually-hidden">{item.isChecked ? strings.done : strings.notDone}: </span>
      )}
      <Inline nodes={item.children} />
      {item.nested.length > 0 && <RichText nodes={item.nested} strings={strings} widths={widths} />}
    </li>
  ))
  return node.kind === 'number' ? (
    <ol start={node.start === 1 ? undefined : node.start}>{items}</ol>
  ) : (
    <ul className={node.kind === 'check' ? 'checklist' : undefined}>{items}</ul>
  )
}

const Table = ({ node, strings, widths }: NodeProps<Extract<RichNode, { type: 'table' }>>) => {
  const [head, ...rest] = node.rows
  const body = node.hasHeaderRow ? rest : node.rows
  const row = (cells: (typeof node.rows)[number], scope: 'col' | 'row') =>
    cells.map((cell, index) => {
      const content = cell.children.map((child, childIndex) =>
        child.type === 'paragraph' ? (
          <Fragment key={childIndex}>
            {childIndex > 0 && <br />}
            <Inline nodes={child.children} />
          </Fragment>
        ) : (
          <Node key={childIndex} node={child} strings={strings} widths={widths} />
        ),
      )
      const span = {
        colSpan: cell.colSpan > 1 ? cell.colSpan : undefined,
        rowSpan: cell.rowSpan > 1 ? cell.rowSpan : undefined,
      }
      return cell.isHeader ? (
        <th key={index} scope={scope} {...span}>
          {content}
        </th>
      ) : (
        <td key={index} {...span}>
          {content}
        </td>
      )
    })
  return (
    <div className="scroll-x wide" tabIndex={0} role="region" aria-label={strings.figure}>
      <table>
        {node.hasHeaderRow && head && (
          <thead>
            <tr>{row(head, 'col')}</tr>
          </thead>
        )}
        <tbody>
          {body.map((cells, index) => (
            <tr key={index}>{row(cells, 'row')}</tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export const Inline = ({ nodes }: { nodes: InlineNode[] }) => (
  <>
    {nodes.map((node, index) => (
      <Fragment key={index}>{inline(node)}</Fragment>
    ))}
  </>
)

const inline = (node: InlineNode): ReactNode => {
  switch (node.type) {
    case 'break':
      return <br />
    case 'link':
      return (
        <a href={node.href} rel={node.isExternal ? 'noopener' : undefined}>
          <Inline nodes={node.children} />
        </a>
      )
    case 'text':
      return node.marks.reduce<ReactNode>((content, mark) => wrap(mark, content), node.text)
  }
}

const tags: Record<Mark, 'strong' | 'em' | 'u' | 's' | 'code' | 'sub' | 'sup'> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  subscript: 'sub',
  superscript: 'sup',
}

const wrap = (mark: Mark, content: ReactNode): ReactNode => {
  const Tag = tags[mark]
  return <Tag>{content}</Tag>
}
