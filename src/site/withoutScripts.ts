/**
 * Takes the framework's scripts out of a finished page: starting React in text, pictures and links would cost a phone
 * half a second for nothing. What a page does in the browser is in `islands.ts`, and even that only goes where there
 * is an island. A page that was streamed in pieces keeps the scripts that put it together.
 */

/** Marks the one script that is ours. */
const ownScriptAttribute = 'data-site'

export const withoutScripts = (html: string): string => {
  if (isStreamed(html)) {
    return html
  }
  const hasIsland = /<[^>]* data-island=/.test(html)
  return html
    .replace(/<script\b([^>]*)>[\s\S]*?<\/script>/g, (script, attributes: string) =>
      attributes.includes('application/ld+json') ||
      (hasIsland && attributes.includes(ownScriptAttribute))
        ? script
        : '',
    )
    .replace(/<link rel="preload" as="script"[^>]*>/g, '')
}

/** React completes late parts with templates and calls to its `$RC`, `$RS` and `$RX` helpers. */
const isStreamed = (html: string): boolean => /<template id="|\$R[CSXV]\(/.test(html)
