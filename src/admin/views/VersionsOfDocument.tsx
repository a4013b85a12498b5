// The versions of a document, with a column that says who saved each. Payload's view has none, and takes no columns of
// others: it is drawn, and the column is put into what it drew.
import { SortColumn } from '@payloadcms/ui'
import type { Column, DocumentViewServerProps, PayloadRequest } from 'payload'
import { Children, cloneElement, isValidElement, type ReactElement, type ReactNode } from 'react'
// It has no export of its own.
import { VersionsView } from '../../../node_modules/@payloadcms/next/dist/views/Versions/index.js'
import { translator } from '../translations/translate.ts'

type Version = { version?: { updatedBy?: unknown } }

type Drawn = ReactElement<{
  children?: ReactNode
  columns?: Column[]
  data?: { docs?: Version[] }
}>

export const VersionsOfDocument = async (props: DocumentViewServerProps) => {
  const { req } = props.initPageResult
  const view = (await VersionsView(props)) as ReactNode
  const authors = versionsIn(view).map(({ version }) => version?.updatedBy)
  const names = await namesOf({ ids: authors, req })
  const column: Column = {
    accessor: 'updatedBy',
    active: true,
    field: { name: '', type: 'text' },
    Heading: (
      <SortColumn disable Label={translator(req.i18n)('versions:author')} name="updatedBy" />
    ),
    renderedCells: authors.map((id, index) => (
      <span key={index}>{names.get(String(id)) ?? '—'}</span>
    )),
  }
  return withColumn({ column, node: view })
}

const versionsIn = (node: ReactNode): Version[] =>
  Children.toArray(node).flatMap((child) =>
    isDrawn(child) ? (child.props.data?.docs ?? versionsIn(child.props.children)) : [],
  )

/** After the date, which leads to the version. */
const withColumn = ({ column, node }: { column: Column; node: ReactNode }): ReactNode => {
  if (Array.isArray(node)) {
    return (node as ReactNode[]).map((child) => withColumn({ column, node: child }))
  }
  if (!isDrawn(node)) {
    return node
  }
  const { children, columns } = node.props
  if (columns) {
    const [date, ...others] = columns
    return cloneElement(node, { columns: [...(date ? [date] : []), column, ...others] })
  }
  const changed = withColumn({ column, node: children })
  return Array.isArray(changed)
    ? cloneElement(node, {}, ...(changed as ReactNode[]))
    : cloneElement(node, {}, changed)
}

const isDrawn = (node: unknown): node is Drawn => isValidElement(node)

/** Of those that the reader may know. */
const namesOf = async ({
  ids,
  req,
}: {
  ids: unknown[]
  req: PayloadRequest
}): Promise<Map<string, string>> => {
  const asked = [...new Set(ids.filter((id): id is string => typeof id === 'string'))]
  if (asked.length === 0) {
    return new Map()
  }
  const { docs } = await req.payload.find({
    collection: 'users',
    depth: 0,
    overrideAccess: false,
    pagination: false,
    req,
    select: { name: true },
    user: req.user,
    where: { id: { in: asked } },
  })
  return new Map(docs.flatMap(({ id, name }) => (name ? [[id, name]] : [])))
}
