// Lighthouse as a process of its own, with the same browser as the other tests.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import chromium from '@sparticuz/chromium'
import path from 'node:path'
import { chromiumArgs } from './browser.ts'
import { root } from './process.ts'

const run = promisify(execFile)

/** Of Lighthouse, and as it spells them. */
export type Category = 'accessibility' | 'best-practices' | 'performance' | 'seo'

/** Scores of a page, 0 to 100, on an emulated telephone. Performance depends on the machine. */
export const measure = async <Asked extends Category>({
  categories,
  url,
}: {
  categories: readonly Asked[]
  url: string
}): Promise<Record<Asked, number>> => {
  const { stdout } = await run(
    process.execPath,
    [
      path.join(root, 'node_modules', 'lighthouse', 'cli', 'index.js'),
      url,
      '--quiet',
      '--output=json',
      `--only-categories=${categories.join(',')}`,
      `--chrome-flags=${[...chromiumArgs.filter((arg) => !arg.startsWith('--headless')), '--headless=new'].join(' ')}`,
    ],
    {
      env: { ...process.env, CHROME_PATH: await chromium.executablePath(), NODE_OPTIONS: '' },
      maxBuffer: 64 * 1024 * 1024,
    },
  )
  const { categories: measured } = JSON.parse(stdout) as {
    categories: Record<Asked, { score: number }>
  }
  return Object.fromEntries(
    categories.map((name) => [name, Math.round(measured[name].score * 100)]),
  ) as Record<Asked, number>
}
