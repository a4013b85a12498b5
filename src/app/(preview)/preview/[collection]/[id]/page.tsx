// The live preview of a study, a page or a site's settings, for logged-in editors only.
import { loadPreview } from '../../../../../site/preview/load.ts'
import { Preview } from '../../../../../site/preview/Preview.tsx'
import { Notice } from '../../../../../site/platform/Notice.tsx'

type Props = {
  params: Promise<{ collection: string; id: string }>
  searchParams: Promise<{ locale?: string }>
}

export const dynamic = 'force-dynamic'

export default async function PreviewPage({ params, searchParams }: Props) {
  const [{ collection, id }, { locale }] = await Promise.all([params, searchParams])
  const props = await loadPreview({ collection, id, locale })
  return props ? (
    <Preview key={`${props.doc.id} ${props.locale}`} {...props} />
  ) : (
    <Notice
      title="There is no preview to show here."
      text="Log in with an account that may see this draft, then open the preview from the editor again."
      link={{
        label: 'Log in',
        href: `/admin/login?redirect=${encodeURIComponent(`/admin/collections/${collection}/${id}`)}`,
      }}
    />
  )
}
