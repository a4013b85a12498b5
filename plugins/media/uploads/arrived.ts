// What a receipt says of a file that arrived under a ticket and is stored: signed, bound to its user
// and collection, and the only thing that an operation believes of such a file.
import type { PayloadRequest } from 'payload'
import { createClientUploadReceipt } from 'payload/internal'
import type { AssetRef } from '../driver.ts'

export type ArrivedContext = {
  collection: string
  tenant: string
  /** What the document keeps, as `fieldsOf` made it. */
  data: Record<string, unknown> & { asset: AssetRef }
}

/** What a form sends as its `file`. */
export type FileReceipt = {
  collectionSlug: string
  filename: string
  mimeType: string
  size: number
  clientUploadContext: { signedReceipt: string }
}

export const receiptFor = ({
  arrived,
  req,
}: {
  arrived: ArrivedContext
  req: PayloadRequest
}): FileReceipt => {
  const filename = String(arrived.data.filename)
  return {
    collectionSlug: arrived.collection,
    filename,
    mimeType: String(arrived.data.mimeType),
    size: Number(arrived.data.filesize),
    clientUploadContext: {
      signedReceipt: createClientUploadReceipt({
        collectionSlug: arrived.collection,
        context: arrived,
        filename,
        req,
      }),
    },
  }
}
