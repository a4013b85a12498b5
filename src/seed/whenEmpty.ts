// Fills an empty embedded database with the demo, unless DEMO=0. Its passwords are public, so it is
// never put where others could reach it.
import type { Payload } from 'payload'
import { asPrincipal } from '../../access/claims.ts'
import { PLATFORM } from '../../access/principal.ts'
import type { Environment } from '../env.ts'
import { step, tell } from '../tell.ts'

const LOOPBACK = ['127.0.0.1', 'localhost', '::1']

export const seedWhenEmpty = async ({
  environment,
  isEmbedded,
  payload,
  signal,
}: {
  environment: Environment
  isEmbedded: boolean
  payload: Payload
  signal?: AbortSignal | undefined
}): Promise<void> => {
  if (!isEmbedded || !environment.isDemoWanted) {
    return
  }
  const { totalDocs } = await asPrincipal(PLATFORM, () =>
    payload.count({ collection: 'users', overrideAccess: true }),
  )
  if (totalDocs > 0) {
    return
  }
  if (!LOOPBACK.includes(environment.host)) {
    tell.print(`  No demo: HOST is ${environment.host}, and the demo’s passwords are public.`)
    return
  }
  const { seedDemo } = await import('./index.ts')
  await step('Seeding the demo', () =>
    asPrincipal(PLATFORM, () =>
      seedDemo({ payload, onProgress: (line) => tell.print(`    ${line}`), signal }),
    ),
  )
}
