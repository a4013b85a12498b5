// A problem as a page, for a person whose browser ran into it. It loads nothing and repeats nothing of
// the request.

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** @param requestId Shown small, for whoever is asked what happened. */
export const problemPage = ({
  detail,
  requestId,
  status,
  title,
}: {
  title: string
  detail?: string
  status: number
  requestId?: string | undefined
}): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(title)}</title>
<style>
:root { color-scheme: light dark }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; font: 1rem/1.5 system-ui, sans-serif }
main { max-width: 32rem; padding: 2rem }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem }
p { margin: 0 0 1rem }
small { opacity: .7 }
</style>
</head>
<body>
<main>
<h1>${escape(title)}.</h1>
${detail ? `<p>${escape(detail)}</p>\n` : ''}<p><small>${status}${requestId ? ` · ${escape(requestId)}` : ''}</small></p>
</main>
</body>
</html>
`
