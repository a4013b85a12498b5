// Nothing lives this deep; the server turns this into the tenant's redirect or its 404 page.
import { notFound } from 'next/navigation'

export default function NowherePage() {
  notFound()
}
