// What a program put on the clipboard, read at once: a browser gives it away only while the event lasts.

export type Clip = {
  html: string
  text: string
  rtf: string
  /** JSON about the editor of code that it comes from, as Visual Studio Code writes it. */
  code: string
  files: readonly File[]
  /** What the editor itself wrote, when it was in a text of another tenant; empty otherwise. */
  elsewhere: string
}

/** A text that was copied within the editor itself has everything that the editor needs. */
const OWN = 'application/x-lexical-editor'

/** Whose text it was. */
const TENANT = 'application/x-vitrine-tenant'

/** Says whose text is copied. */
export const signClip = (data: DataTransfer, tenant: string): void => data.setData(TENANT, tenant)

/** @returns null for what the editor's own code reads best: what was copied within `tenant` */
export const readClip = (data: DataTransfer | null, tenant: string | undefined): Clip | null => {
  const own = data?.getData(OWN) ?? ''
  const from = data?.getData(TENANT) ?? ''
  if (!data || (own !== '' && (from === '' || from === tenant))) {
    return null
  }
  return {
    html: data.getData('text/html'),
    text: data.getData('text/plain'),
    rtf: data.getData('text/rtf'),
    code: data.getData('vscode-editor-data'),
    files: [...data.files],
    elsewhere: own,
  }
}
