'use client'
// Payload's list, without the ID among the columns and filters that it offers: nobody knows a document by it.
import { ConfigProvider, DefaultListView, useAuth, useConfig } from '@payloadcms/ui'
import type { ClientConfig, ListViewClientProps } from 'payload'
import { useMemo, type ComponentType } from 'react'

type Props = ListViewClientProps & {
  /** What is shown instead of Payload's own list. */
  List?: ComponentType<ListViewClientProps>
}

export const ListView = ({ List = DefaultListView, columnState, ...props }: Props) => {
  const { config } = useConfig()
  const { collectionSlug } = props
  const { permissions } = useAuth()
  const mayOrder = Boolean(permissions?.collections?.[collectionSlug]?.update)
  const named = useMemo(() => withoutId({ collectionSlug, config }), [collectionSlug, config])
  // One that is shown, since somebody chose it once, stays offered: to be taken away.
  const offered = useMemo(
    () => columnState.filter(({ accessor, active }) => accessor !== 'id' || active),
    [columnState],
  )
  return (
    <ConfigProvider config={named}>
      {mayOrder ? null : <span data-vitrine-order="fixed" hidden />}
      <List {...props} columnState={offered} />
    </ConfigProvider>
  )
}

const withoutId = ({
  collectionSlug,
  config,
}: {
  collectionSlug: string
  config: ClientConfig
}): ClientConfig => ({
  ...config,
  collections: config.collections.map((collection) =>
    collection.slug === collectionSlug
      ? {
          ...collection,
          fields: collection.fields.map((field) =>
            'name' in field && field.name === 'id'
              ? { ...field, admin: { ...field.admin, disableListFilter: true } }
              : field,
          ) as typeof collection.fields,
        }
      : collection,
  ),
})
