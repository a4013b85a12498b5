// Files as first-class documents for any Payload project: stored by drivers, addressed by one grammar,
// in any size without stored copies, private until something public shows them.
import type { CollectionConfig, Plugin } from 'payload'
import { beginUpload } from './endpoints/beginUpload.ts'
import { completeUpload } from './endpoints/completeUpload.ts'
import { filmEndpoints } from './endpoints/film.ts'
import { libraryEndpoints } from './endpoints/library.ts'
import { notificationEndpoint } from './endpoints/notification.ts'
import { sendBytes } from './endpoints/sendBytes.ts'
import {
  addressFields,
  assetField,
  cropField,
  FORCED_SELECT,
  posterTimeField,
  whereUsedField,
} from './fields.ts'
import { prepareFile } from './hooks/prepareFile.ts'
import { addressesOf } from './hooks/presentFile.ts'
import { forgetFile, storeFile, undoStored } from './hooks/storeFile.ts'
import { takeFile } from './hooks/takeFile.ts'
import { deliverFile } from './jobs/deliverFile.ts'
import { processFile } from './jobs/processFile.ts'
import { removeFile } from './jobs/removeFile.ts'
import type { MediaOptions } from './options.ts'
import { readOriginal } from './readOriginal.ts'

export type { AssetRef, MediaDriver, StoredAsset } from './driver.ts'
export { sweepFiles, tendFiles } from './jobs/tendFiles.ts'
export { sweep } from './jobs/sweep.ts'
export type { MediaOptions } from './options.ts'

export const mediaPlugin =
  (options: MediaOptions): Plugin =>
  (config) => ({
    ...config,
    admin: {
      ...config.admin,
      components: {
        ...config.admin?.components,
        providers: [
          ...(config.admin?.components?.providers ?? []),
          ...Object.keys(options.collections).map((collectionSlug) => ({
            path: '/plugins/media/components/uploader/UploadHandler.tsx#UploadHandler',
            clientProps: { collectionSlug, enabled: true },
          })),
        ],
      },
    },
    collections: config.collections?.map((collection) =>
      collection.slug in options.collections ? withDriver({ collection, options }) : collection,
    ),
    jobs: {
      ...config.jobs,
      tasks: [
        ...(config.jobs?.tasks ?? []),
        removeFile(options),
        deliverFile(options),
        processFile(options),
      ] as never,
    },
  })

const withDriver = ({
  collection,
  options,
}: {
  collection: CollectionConfig
  options: MediaOptions
}): CollectionConfig => {
  const { slug } = collection
  const upload = typeof collection.upload === 'object' ? collection.upload : {}
  const hasPictures = Object.values(options.collections[slug]!.formats).some(isShown)
  return {
    ...collection,
    admin: withComponents({ collection, hasPictures }),
    // A copy of the document would be a second one that holds the same file.
    disableDuplicate: true,
    endpoints: [
      ...(collection.endpoints || []),
      beginUpload(options, slug),
      ...sendBytes(options, slug),
      completeUpload(options, slug),
      ...libraryEndpoints(options, slug),
      ...(hasPictures ? filmEndpoints(options, slug) : []),
      ...(hasPictures && options.readNotification
        ? [notificationEndpoint(options, options.readNotification)]
        : []),
    ],
    fields: [
      ...collection.fields,
      whereUsedField,
      assetField,
      ...(hasPictures ? [cropField, posterTimeField, ...addressFields] : []),
    ],
    forceSelect: { ...collection.forceSelect, ...forcedSelect({ hasPictures }) },
    hooks: {
      ...collection.hooks,
      beforeOperation: [...(collection.hooks?.beforeOperation ?? []), prepareFile(options)],
      beforeChange: [...(collection.hooks?.beforeChange ?? []), takeFile(options)],
      afterChange: [...(collection.hooks?.afterChange ?? []), storeFile(options)],
      afterRead: [...(collection.hooks?.afterRead ?? []), addressesOf(options)],
      afterDelete: [...(collection.hooks?.afterDelete ?? []), forgetFile(options)],
      afterError: [...(collection.hooks?.afterError ?? []), undoStored(options)],
    },
    upload: {
      ...upload,
      adapter: 'media',
      // Addresses carry what they need themselves.
      cacheTags: false,
      crop: false,
      disableLocalStorage: true,
      ...(hasPictures ? { focalPoint: true } : {}),
      handlers: [...(upload.handlers ?? []), readOriginal(options)],
      // The server fetches nothing that it is told to.
      pasteURL: false,
      requiresClientUploadReceipt: true,
    },
  }
}

const FILE_VIEW = '/plugins/media/components/edit/FileView.tsx#FileView'

const withComponents = ({
  collection: { admin },
  hasPictures,
}: {
  collection: CollectionConfig
  hasPictures: boolean
}): CollectionConfig['admin'] => ({
  ...admin,
  components: {
    ...admin?.components,
    edit: { ...admin?.components?.edit, Upload: FILE_VIEW },
    ...(hasPictures
      ? {
          views: {
            ...admin?.components?.views,
            list: { Component: '/plugins/media/components/library/Library.tsx#Library' },
            duplicates: {
              Component: '/plugins/media/components/duplicates/DuplicatesView.tsx#DuplicatesView',
              exact: true,
              path: '/duplicates',
            },
          },
        }
      : {}),
  },
})

const isShown = (format: string): boolean => ['jpg', 'png', 'webp', 'mp4'].includes(format)

const forcedSelect = ({ hasPictures }: { hasPictures: boolean }) => {
  const { asset, exposure, filename, mimeType, tenant, ...pictures } = FORCED_SELECT
  return { asset, exposure, filename, mimeType, tenant, ...(hasPictures ? pictures : {}) }
}
