// A name, and who is in the document right now. One query a list, whatever the number of rows.
import type { DefaultServerCellComponentProps, Payload } from 'payload'
import { cache } from 'react'
import { NameCell, type NameCellProps } from './NameCell.tsx'
import { Presence } from './Presence.tsx'
import { findEditors } from './queries/findEditors.ts'

type Props = DefaultServerCellComponentProps &
  Pick<NameCellProps, 'detail' | 'picture'> & { field: NameCellProps['field'] }

export const LockedNameCell = async ({
  cellData,
  collectionSlug,
  customCellProps,
  detail,
  link,
  linkURL,
  payload,
  picture,
  rowData,
  viewType,
}: Props) => {
  const editors = await editorsOf({ collection: collectionSlug, payload })
  const editor = editors.get(String(rowData.id))
  return (
    <NameCell
      cellData={cellData}
      collectionSlug={collectionSlug}
      {...(customCellProps ? { customCellProps } : {})}
      detail={detail}
      field={undefined as never}
      link={link}
      linkURL={linkURL}
      picture={picture}
      presence={editor ? <Presence {...editor} /> : undefined}
      rowData={rowData}
      viewType={viewType}
    />
  )
}

type EditorsArgs = { collection: string; payload: Payload }

const editorsOf = ({ collection, payload }: EditorsArgs) => cachedEditors(collection, payload)

// cache() compares arguments by identity, so it takes them one by one.
const cachedEditors = cache((collection: string, payload: Payload) =>
  findEditors({ collection, now: new Date(), payload }),
)
