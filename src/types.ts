// `npm run types`: regenerates payload-types.ts and the admin's import map from the configuration.
import { generateImportMap } from 'payload'
import { generateTypes } from 'payload/node'
import type { CommandArgs } from './command.ts'

export const run = async (_: CommandArgs): Promise<number> => {
  process.env.PAYLOAD_SECRET ||= 'no-request-is-served-here-so-none-is-kept'
  const { default: config } = await import('../payload.config.ts')
  await generateTypes(await config, { log: false })
  await generateImportMap(await config, { force: true, log: false })
  return 0
}
