// A run of the tests that is interrupted leaves no database behind.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import { inShort } from '../support/inShort.ts'
import { root } from '../support/process.ts'

const SETUP = `
  const { default: setUp } = await import('./test/support/globalSetup.mjs')
  await setUp()
  console.log('data in ' + process.env.DATA_DIR + '.')
  setInterval(() => undefined, 1000)`

it.each(inShort(['SIGINT', 'SIGTERM', 'SIGHUP'] as const, 1, 3))(
  'by %s',
  async (signal) => {
    const child = spawn(
      process.execPath,
      ['--conditions=production', '--input-type=module', '-e', SETUP],
      {
        cwd: root,
        env: { ...process.env, NODE_OPTIONS: '' },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    const exit = new Promise((resolve) => child.once('exit', resolve))
    let output = ''
    for await (const chunk of child.stdout) {
      output += String(chunk)
      if (output.includes('data in')) {
        break
      }
    }
    const folder = /data in (.*)\./.exec(output)?.[1] ?? ''
    expect(existsSync(folder)).toBe(true)
    child.kill(signal)
    await exit
    expect(existsSync(folder)).toBe(false)
  },
  120_000,
)
