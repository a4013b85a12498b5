// One version. Payload asks what somebody may do with documents in general, and offers to restore by that; here
// it is asked for the document.
import { docAccessOperation } from 'payload'
import type { DocumentViewServerProps } from 'payload'
// It has no export of its own.
import { VersionView } from '../../../node_modules/@payloadcms/next/dist/views/Version/index.js'

export const VersionOfDocument = async (props: DocumentViewServerProps) => {
  const { initPageResult } = props
  const { collectionConfig, docID, permissions, req } = initPageResult
  if (!collectionConfig || docID === undefined) {
    return <VersionView {...props} />
  }
  const ofDocument = await docAccessOperation({
    id: docID,
    collection: { config: collectionConfig },
    data: { _status: 'draft' },
    req,
  })
  return (
    <VersionView
      {...props}
      initPageResult={{
        ...initPageResult,
        permissions: {
          ...permissions,
          collections: { ...permissions.collections, [collectionConfig.slug]: ofDocument },
        },
      }}
    />
  )
}
