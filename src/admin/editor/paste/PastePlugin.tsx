'use client'
// What is pasted into this text or dropped on it: read, put in its place, its pictures sent for.
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { toast, useAuth, useConfig, useFormFields, useLocale } from '@payloadcms/ui'
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import type { Placeholder } from '../../../../collections/shared/placeholder.ts'
import { useVitrine } from '../../translations/useVitrine.ts'
import { all, begin, isUnderWay, subscribe, want } from './arrivals.ts'
import type { Clip } from './clip.ts'
import { insertNodes, insertText } from './insert.ts'
import { seeFiles } from './seeFiles.ts'
import { PastePanel } from './PastePanel.tsx'
import { placeholder } from './placeholder.ts'
import { keepWritten, markPlaceholders, placeholdersIn, placeMedia } from './places.ts'
import { filesIn, fromElsewhere, nodesOf } from './read/elsewhere.ts'
import { sourcesOf, type ImageSource, type PastedImage } from './read/imageFiles.ts'
import { takeOver } from './takeOver.ts'

type Placed = { about: Placeholder; key: string }

const newId = (): string => crypto.randomUUID().replaceAll('-', '').slice(0, 24)

/** The readers of HTML and Markdown are large, and wanted at the first paste only. */
const loadReader = () => import('./read/nodes.ts')

export const PastePlugin = () => {
  const [editor] = useLexicalComposerContext()
  const { t } = useVitrine()
  const { permissions } = useAuth()
  const { config } = useConfig()
  const { code: locale } = useLocale()
  const tenant = useFormFields(([fields]) => fields.tenant?.value as string | undefined)
  const arrivals = useSyncExternalStore(subscribe, all, all)
  const [placed, setPlaced] = useState<readonly Placed[]>([])
  const [begun, setBegun] = useState<ReadonlySet<string>>(new Set())
  const canUpload = Boolean(permissions?.collections?.media?.create)
  const place = { api: config.routes.api, locale, tenant: tenant ?? null }

  const send = (image: Pick<PastedImage, 'alt' | 'id' | 'name'>, source: ImageSource) => {
    setBegun((before) => new Set([...before, image.id]))
    void begin({ ...image, place, source: canUpload ? source : { kind: 'none' } })
  }

  const takeFiles = (files: readonly File[]) => {
    const shown = files.filter(({ type }) => /^(image|video)\//.test(type))
    if (shown.length < files.length) {
      toast.error(t('paste:onlyImages'))
    }
    const images = shown.map((file) => ({ alt: '', file, id: newId(), name: file.name }))
    insertNodes(
      editor,
      images.map(({ alt, id, name }) =>
        placeholder({ alt, id, name, text: t('paste:missing', { name }) }),
      ),
    )
    images.forEach(({ file, ...image }) => send(image, { file, kind: 'file' }))
  }

  const takeFromElsewhere = async ({ elsewhere, text }: Clip) => {
    const nodes = nodesOf(elsewhere)
    if (!nodes) {
      insertText(editor, text)
      return
    }
    const shown = await seeFiles(place.api, filesIn(nodes))
    const words = { missing: (name: string) => t('paste:missing', { name }) }
    const pasted = fromElsewhere(nodes, shown, words, newId)
    insertNodes(editor, pasted.nodes)
    pasted.images.forEach((image) =>
      send(image, image.src === '' ? { kind: 'none' } : { kind: 'url', url: image.src }),
    )
    if (pasted.isLess) {
      toast.info(t('paste:elsewhere'))
    }
  }

  const take = useEffectEvent(async (clip: Clip) => {
    if (clip.html === '' && clip.files.length > 0) {
      takeFiles(clip.files)
      return
    }
    try {
      if (clip.elsewhere !== '') {
        await takeFromElsewhere(clip)
        return
      }
      const { readNodes } = await loadReader()
      const pasted = readNodes(clip, { missing: (name) => t('paste:missing', { name }) }, newId)
      if (!pasted) {
        insertText(editor, clip.text)
        return
      }
      insertNodes(editor, pasted.nodes)
      const sources = sourcesOf({ ...pasted, files: clip.files, rtf: clip.rtf })
      pasted.images.forEach((image, index) => send(image, sources[index]!))
    } catch {
      // The reader could not be loaded, or the text is beyond it.
      insertText(editor, clip.text)
      toast.error(t('paste:plain'))
    }
  })

  const tenantNow = useEffectEvent(() => tenant)

  const look = useEffectEvent(() => {
    const now = placeholdersIn(editor.getEditorState())
    markPlaceholders(editor, now)
    setPlaced((before) =>
      before.length === now.length && before.every(({ key }, index) => key === now[index]?.key)
        ? before
        : now,
    )
  })

  useEffect(() => {
    const stops = [
      takeOver(editor, { take: (clip) => void take(clip), tenant: () => tenantNow() }),
      keepWritten(editor),
      editor.registerUpdateListener(() => look()),
      editor.registerRootListener((root) => {
        root?.addEventListener('focus', preload, { once: true })
        look()
      }),
    ]
    return () => stops.forEach((stop) => stop())
  }, [editor])

  // Whatever arrives, and whichever placeholder comes back by an undo.
  useEffect(() => {
    const here = new Set(placed.map(({ about }) => about.id))
    want(here)
    const media = new Map(
      arrivals.flatMap((one) => (one.media && here.has(one.id) ? [[one.id, one.media.id]] : [])),
    )
    if (media.size > 0) {
      placeMedia(editor, media)
    }
  }, [arrivals, editor, placed])

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (isUnderWay()) {
        event.preventDefault()
      }
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [])

  return (
    <PastePanel
      arrivals={arrivals.filter(({ id }) => begun.has(id))}
      canUpload={canUpload}
      editor={editor}
      onFile={(about, file) => send(about, { file, kind: 'file' })}
      placed={placed}
    />
  )
}

const preload = (): void => {
  // What fails here is tried again when it is wanted.
  loadReader().catch(() => undefined)
}
