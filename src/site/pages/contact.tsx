/** The contact page: the form, thanks, and the form again with what was refused. */
import type { RefusedContact } from '../contact.ts'
import type { Site } from '../data/site.ts'
import { metadataFor } from '../metadata.ts'
import { themes } from '../themes/index.ts'
import type { LoadPage, Page } from './page.ts'

export const contact: LoadPage = ({ site: { view } }) => {
  const Contact = themes[view.theme].Contact
  return Promise.resolve({
    metadata: metadataFor({
      site: view,
      path: '/contact',
      title: view.strings.contact,
      description: view.contact.text,
    }),
    body: <Contact site={view} refused={null} isSent={false} />,
    policy: 'shared',
  })
}

export const contactSent: LoadPage = ({ site: { view } }) => {
  const Contact = themes[view.theme].Contact
  return Promise.resolve({
    metadata: metadataFor({
      site: view,
      path: '/contact',
      title: view.strings.contact,
      isIndexed: false,
    }),
    body: <Contact site={view} refused={null} isSent />,
    policy: 'shared',
  })
}

export const refusedContact = ({
  refused,
  site: { view },
}: {
  refused: RefusedContact
  site: Site
}): Page => {
  const Contact = themes[view.theme].Contact
  return {
    metadata: metadataFor({
      site: view,
      path: '/contact',
      title: view.strings.contact,
      isIndexed: false,
      alternates: [],
    }),
    body: <Contact site={view} refused={refused} isSent={false} />,
    policy: 'none',
  }
}
