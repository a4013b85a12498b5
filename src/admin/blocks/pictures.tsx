'use client'
// Previews of the blocks made of pictures and films.
import type { BeforeAfterBlock, GalleryBlock, Media, VideoBlock } from '../../../payload-types.ts'
import { thumbnailOf } from '../dashboard/rows.ts'
import { useVitrine } from '../translations/useVitrine.ts'
import { Shell } from './Shell.tsx'
import { useBlockData } from './useBlockData.ts'
import { idOf, useDocuments, type Found } from './useDocuments.ts'

const SHOWN = 6

export const GalleryPreview = () => {
  const { t } = useVitrine()
  const { images = [], layout } = useBlockData<GalleryBlock>()
  const ids = images.map(({ image }) => idOf(image))
  const media = useDocuments<Media>({ collection: 'media', ids })
  const summary = [
    t('blocks:pictures', { count: images.length }),
    layout ? t(`blocks:${layout}`) : '',
  ].filter(Boolean)
  return (
    <Shell kind={t('kinds:gallery')} summary={summary.join(', ')}>
      {images.length > 0 ? (
        <div className="vitrine-block__pictures">
          {ids.slice(0, SHOWN).map((id, index) => (
            <Picture found={media} id={id} key={`${id ?? ''}-${index}`} />
          ))}
          {ids.length > SHOWN ? (
            <span className="vitrine-block__more">
              {t('blocks:moreRows', { count: ids.length - SHOWN })}
            </span>
          ) : null}
        </div>
      ) : undefined}
    </Shell>
  )
}

export const BeforeAfterPreview = () => {
  const { t } = useVitrine()
  const { after, afterLabel, before, beforeLabel, caption } = useBlockData<BeforeAfterBlock>()
  const ids = [idOf(before), idOf(after)]
  const media = useDocuments<Media>({ collection: 'media', ids })
  return (
    <Shell kind={t('kinds:beforeAfter')} summary={caption ?? ''}>
      {ids.some(Boolean) ? (
        <div className="vitrine-block__pair">
          {ids.map((id, index) => (
            <figure key={index}>
              <Picture found={media} id={id} />
              <figcaption>
                {(index === 0 ? beforeLabel : afterLabel) ??
                  t(index === 0 ? 'blocks:before' : 'blocks:after')}
              </figcaption>
            </figure>
          ))}
        </div>
      ) : undefined}
    </Shell>
  )
}

export const VideoPreview = () => {
  const { t } = useVitrine()
  const { caption, file, kind, poster, url } = useBlockData<VideoBlock>()
  const ids = [idOf(poster), kind === 'link' ? null : idOf(file)]
  const media = useDocuments<Media>({ collection: 'media', ids })
  const source = kind === 'link' ? url : media.documents.get(ids[1] ?? '')?.filename
  return (
    <Shell kind={t('kinds:video')} summary={caption || source || ''}>
      {source || ids.some(Boolean) ? (
        <div className="vitrine-block__film">
          {/* A film without a picture of its own choosing shows one of its frames. */}
          <Picture found={media} id={ids[0] ?? ids[1] ?? null} />
          <span className="vitrine-block__quiet">{source}</span>
        </div>
      ) : undefined}
    </Shell>
  )
}

const Picture = ({ found, id }: { found: Found<Media>; id: string | null }) => {
  const { t } = useVitrine()
  const media = found.documents.get(id ?? '')
  const src = thumbnailOf(media)
  if (src) {
    return (
      <img alt={media?.alt ?? ''} className="vitrine-block__picture" loading="lazy" src={src} />
    )
  }
  const isMissing = id !== null && found.state === 'ready' && !media
  return (
    <span
      className="vitrine-block__picture vitrine-block__picture--none"
      data-loading={found.state === 'loading'}
      title={isMissing ? t('blocks:missing') : undefined}
    >
      {isMissing ? '?' : ''}
    </span>
  )
}
