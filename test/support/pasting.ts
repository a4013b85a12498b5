// Gives a clipboard to an editor in a browser, and reads what was stored of it.
import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'

/** A small picture in one colour, as Base64. */
export const png = async (background: string): Promise<string> =>
  (
    await sharp({ create: { background, channels: 3, height: 8, width: 8 } })
      .png()
      .toBuffer()
  ).toString('base64')

export type Node = {
  [key: string]: unknown
  children?: Node[]
  fields?: { url?: string; [name: string]: unknown }
  type: string
}

export type Given = {
  files?: { base64: string; name: string; type: string }[]
  [type: string]: unknown
}

/** As a real event of the browser. */
export const give = async (
  page: Page,
  editor: Locator,
  given: Given,
  kind: 'drop' | 'paste' = 'paste',
): Promise<void> => {
  if (kind === 'paste') {
    await editor.click()
    await page.keyboard.press('Control+End')
  }
  await editor.evaluate(
    (element, { files = [], kind: name, ...texts }) => {
      const data = new DataTransfer()
      for (const [type, text] of Object.entries(texts)) {
        data.setData(type, String(text))
      }
      for (const file of files as { base64: string; name: string; type: string }[]) {
        const bytes = Uint8Array.from(atob(file.base64), (sign) => sign.charCodeAt(0))
        data.items.add(new File([bytes], file.name, { type: file.type }))
      }
      const { bottom, left } = element.getBoundingClientRect()
      element.dispatchEvent(
        name === 'paste'
          ? new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data })
          : new DragEvent('drop', {
              bubbles: true,
              cancelable: true,
              clientX: left + 20,
              clientY: bottom - 10,
              dataTransfer: data,
            }),
      )
    },
    { ...given, kind },
  )
}

/** All of a text, as the browser's own event hands it over: by type. */
export const copy = async (page: Page, editor: Locator): Promise<Record<string, string>> => {
  await editor.click()
  await page.keyboard.press('Control+a')
  return editor.evaluate((element) => {
    const data = new DataTransfer()
    element.dispatchEvent(
      new ClipboardEvent('copy', { bubbles: true, cancelable: true, clipboardData: data }),
    )
    return Object.fromEntries(data.types.map((type) => [type, data.getData(type)]))
  })
}

export const all = (nodes: Node[], type: string): Node[] =>
  nodes.flatMap((node) => [
    ...(node.type === type ? [node] : []),
    ...all(node.children ?? [], type),
  ])

export const urls = (nodes: Node[]) => all(nodes, 'link').map(({ fields }) => fields?.url)

export const shape = (nodes: Node[]): string[] =>
  nodes.map((node) =>
    node.type === 'heading'
      ? String(node.tag)
      : node.type === 'paragraph' && node.$
        ? 'missing'
        : node.type === 'list'
          ? String(node.listType)
          : node.type,
  )
