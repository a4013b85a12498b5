// What a program put on the clipboard, read at once: a browser gives it away only while the event lasts.

export type Clip = {
  html: string
  text: string
  rtf: string
  /** JSON about the editor of code that it comes from, as Visual Studio Code writes it. */
  code: string
  files: readonly File[]
}

/** A text that was copied within the editor itself has everything that the editor needs. */
const OWN = 'application/x-lexical-editor'

/** @returns null for what the editor's own code reads best */
export const readClip = (data: DataTransfer | null): Clip | null => {
  if (!data || isOwn(data)) {
    return null
  }
  return {
    html: data.getData('text/html'),
    text: data.getData('text/plain'),
    rtf: data.getData('text/rtf'),
    code: data.getData('vscode-editor-data'),
    files: [...data.files],
  }
}

const isOwn = (data: DataTransfer): boolean => data.getData(OWN) !== ''
