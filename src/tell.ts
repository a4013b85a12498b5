// What the terminal shows while the server starts.
import type { Environment } from './env.ts'

const isQuiet = () => process.env.VITRINE_QUIET === '1'

const print = (line: string): void => {
  if (!isQuiet()) {
    process.stdout.write(`${line}\n`)
  }
}

/** Runs a step and says what it did, with its time when it took longer than a second. */
export const step = async <T>(what: string, run: () => Promise<T>): Promise<T> => {
  const began = performance.now()
  print(`  ${what} …`)
  const result = await run()
  const seconds = (performance.now() - began) / 1000
  if (seconds > 1) {
    print(`  ${what}: ${seconds.toFixed(1)} s`)
  }
  return result
}

const ready = ({
  environment,
  isEmbedded,
  url,
}: {
  environment: Environment
  isEmbedded: boolean
  url: string
}): void => {
  const base = environment.serverUrl || url
  print('')
  print(`Vitrine is ready.`)
  print('')
  print(`  Admin      ${base}/admin`)
  print(`  REST       ${base}/api`)
  print(`  GraphQL    ${base}/api/graphql`)
  if (isEmbedded && environment.isDemoWanted) {
    print('')
    print(`  Demo sites ${base}/harbor   ${base}/kiln   ${base}/northlight`)
    print(`             ${base}/atlas    ${base}/meridian`)
    print('')
    print('  Log in as  editor@harbor.test · owner@northlight.test · operator@vitrine.test')
    print('  Password   vitrine-demo')
  }
  print('')
  print('  Stop with Ctrl-C.')
}

export const tell = { print, ready }
