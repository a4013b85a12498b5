// What a link in a text is drawn with, on the screen and into the clipboard: what is stored, unless it could do harm.
import { parseUrl } from '../../../../collections/shared/parseUrl.ts'
import { isMisread } from '../../../../collections/shared/urls.ts'

const HARMLESS = new Set(['http:', 'https:', 'mailto:', 'sms:', 'tel:'])

/** Only so that a path can be read at all. */
const ANYWHERE = 'https://anywhere.invalid'

export const drawnUrl = (url: string): string =>
  !isMisread(url) && HARMLESS.has(parseUrl(url, ANYWHERE)?.protocol ?? '') ? url : 'about:blank'
