'use client'
// A document by its name, with its picture and a second line; where several tenants are listed
// together, with its tenant.
import { Link, useConfig, useListRelationships } from '@payloadcms/ui'
import { useTenantSelection } from '@payloadcms/plugin-multi-tenant/client'
import type { DefaultCellComponentProps } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { useEffect, type ReactNode } from 'react'
import { Thumbnail } from '../dashboard/Thumbnail.tsx'
import { useVitrine } from '../translations/useVitrine.ts'
import type { Media } from '../../../payload-types.ts'
import { thumbnailOf } from '../dashboard/rows.ts'

export type NameCellProps = DefaultCellComponentProps & {
  /** The field with the second line. */
  detail?: string
  /** The upload field with the picture. */
  picture?: string
  /** Who is working on it, from the server. */
  presence?: ReactNode
}

export const NameCell = ({
  cellData,
  collectionSlug,
  detail,
  link,
  linkURL,
  onClick,
  picture,
  presence,
  rowData,
  viewType,
}: NameCellProps) => {
  const { t } = useVitrine()
  const { config } = useConfig()
  const { options, selectedTenantID } = useTenantSelection()
  const tenant =
    !selectedTenantID && options.length > 1
      ? options.find(({ value }) => value === rowData.tenant)?.label
      : undefined
  const secondLine = detail ? textOf(rowData[detail]) : ''
  const content = (
    <>
      {picture ? <Picture id={idOf(rowData[picture])} /> : null}
      <span className="vitrine-name__text">
        <span className="vitrine-name__title">{textOf(cellData) || t('common:untitled')}</span>
        {secondLine ? <span className="vitrine-name__detail">{secondLine}</span> : null}
        {tenant || presence ? (
          <span className="vitrine-name__meta">
            {tenant ? <span>{textOf(tenant)}</span> : null}
            {presence}
          </span>
        ) : null}
      </span>
    </>
  )
  if (onClick) {
    // In a drawer a row is chosen, not opened.
    return (
      <button
        className="vitrine-name"
        onClick={() => onClick({ cellData, collectionSlug, rowData })}
        type="button"
      >
        {content}
      </button>
    )
  }
  if (!link) {
    return <span className="vitrine-name">{content}</span>
  }
  const trash = viewType === 'trash' ? '/trash' : ''
  const href =
    linkURL ??
    formatAdminURL({
      adminRoute: config.routes.admin,
      path: `/collections/${collectionSlug}${trash}/${encodeURIComponent(String(rowData.id))}`,
    })
  return (
    <Link className="vitrine-name" href={href} prefetch={false}>
      {content}
    </Link>
  )
}

/** Asks for its upload together with those of all other rows: one request a list. */
const Picture = ({ id }: { id: string | null }) => {
  const { documents, getRelationships } = useListRelationships()
  const known = id === null ? false : documents?.media?.[id]
  useEffect(() => {
    if (id !== null && known === undefined) {
      getRelationships([{ relationTo: 'media', value: id }])
    }
  }, [getRelationships, id, known])
  return <Thumbnail src={known ? thumbnailOf(known as Media) : null} />
}

const idOf = (value: unknown): string | null =>
  typeof value === 'string'
    ? value
    : typeof value === 'object' && value !== null && 'id' in value
      ? String(value.id)
      : null

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
