'use client'
// Makes the admin's own forms (a document's, upload fields', bulk upload) send files our way: with
// progress, retries and a way to stop. One provider per collection, as Payload keeps handlers.
import { toast, useConfig, useUploadHandlers } from '@payloadcms/ui'
import { useTenantSelection } from '@payloadcms/plugin-multi-tenant/client'
import { useRouter } from 'next/navigation'
import type { UploadCollectionSlug } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { useEffect, useRef, type ReactNode } from 'react'
import { asUploadProblem, capturePoster, sendFile } from '../../upload/index.ts'
import { useWords } from '../words/useWords.ts'
import { createProgress } from './progressStore.ts'
import { ProgressToast } from './ProgressToast.tsx'
import { tenantOfFile } from './fileTenants.ts'

type UploadHandlerProps = {
  children?: ReactNode
  collectionSlug: UploadCollectionSlug
  enabled?: boolean
}

export const UploadHandler = ({ children, collectionSlug, enabled = true }: UploadHandlerProps) => {
  const { setUploadHandler } = useUploadHandlers()
  const { config } = useConfig()
  const { selectedTenantID } = useTenantSelection()
  const { say } = useWords()
  const router = useRouter()
  const now = useRef({ config, router, say, selectedTenantID })
  useEffect(() => {
    now.current = { config, router, say, selectedTenantID }
  })
  // Payload's setter is another one at each render; the handler is set once.
  const set = useRef(setUploadHandler)
  useEffect(() => {
    if (!enabled) {
      return
    }
    set.current({
      collectionSlug,
      handler: async ({ file, updateFilename }) => {
        const { config, router, say, selectedTenantID } = now.current
        const controller = new AbortController()
        const progress = createProgress({ sent: 0, total: file.size, phase: 'preparing' })
        const id = toast.custom(
          () => (
            <ProgressToast
              name={file.name}
              onCancel={() => controller.abort()}
              progress={progress}
            />
          ),
          { duration: Infinity },
        )
        try {
          const completed = await sendFile({
            file,
            collection: collectionSlug,
            tenant: tenantOfFile(file) ?? (selectedTenantID ? String(selectedTenantID) : null),
            apiRoute: config.routes.api,
            capturePoster,
            onProgress: progress.set,
            signal: controller.signal,
          })
          updateFilename(completed.file.filename)
          const [existing] = completed.duplicates
          if (existing) {
            toast.info(
              say('upload:toastDuplicate', {
                name: file.name,
                existing: existing.alt || existing.filename,
              }),
              {
                action: {
                  label: say('upload:toastOpen'),
                  onClick: () =>
                    router.push(
                      formatAdminURL({
                        adminRoute: config.routes.admin,
                        path: `/collections/${collectionSlug}/${existing.id}`,
                      }),
                    ),
                },
              },
            )
          }
          return completed.file.clientUploadContext
        } catch (err) {
          // The form shows the sentence.
          throw asUploadProblem(err)
        } finally {
          toast.dismiss(id)
        }
      },
    })
  }, [collectionSlug, enabled])
  return children
}
