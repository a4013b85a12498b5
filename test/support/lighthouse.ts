// Lighthouse as a process of its own, with the same browser as the other tests.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import chromium from '@sparticuz/chromium'
import path from 'node:path'
import { chromiumArgs } from './browser.ts'
import { root } from './process.ts'

const run = promisify(execFile)

export type Scores = Record<'accessibility' | 'best-practices' | 'performance' | 'seo', number>

/** The four scores of a page, 0 to 100, on an emulated telephone. Performance depends on the machine. */
export const measure = async ({ url }: { url: string }): Promise<Scores> => {
  const { stdout } = await run(
    process.execPath,
    [
      path.join(root, 'node_modules', 'lighthouse', 'cli', 'index.js'),
      url,
      '--quiet',
      '--output=json',
      '--only-categories=accessibility,best-practices,performance,seo',
      `--chrome-flags=${[...chromiumArgs.filter((arg) => !arg.startsWith('--headless')), '--headless=new'].join(' ')}`,
    ],
    {
      env: { ...process.env, CHROME_PATH: await chromium.executablePath(), NODE_OPTIONS: '' },
      maxBuffer: 64 * 1024 * 1024,
    },
  )
  const { categories } = JSON.parse(stdout) as {
    categories: Record<keyof Scores, { score: number }>
  }
  const score = (name: keyof Scores) => Math.round(categories[name].score * 100)
  return {
    accessibility: score('accessibility'),
    'best-practices': score('best-practices'),
    performance: score('performance'),
    seo: score('seo'),
  }
}
