// A file whose document is gone, or that another one took the place of, is removed from its store.
// Tried again for a day, since a store may be out of reach; removing what is gone is success.
import type { TaskConfig } from 'payload'
import type { AssetRef } from '../driver.ts'
import { findDriver } from '../drivers.ts'
import type { MediaOptions } from '../options.ts'
import { isReferenced } from '../queries/isReferenced.ts'
import { RETRIES } from './retries.ts'

export const removeFile = (
  options: MediaOptions,
): TaskConfig<{ input: { ref: string }; output: object }> => ({
  slug: 'removeFile',
  label: 'Remove a file that nothing holds',
  inputSchema: [{ name: 'ref', type: 'text', required: true }],
  retries: RETRIES,
  handler: async ({ input, req }) => {
    const ref = JSON.parse(input.ref) as AssetRef
    const driver = findDriver(options, ref.driver)
    // Of a driver that is not configured any more, nothing can be removed.
    if (driver && !(await isReferenced({ options, ref, req }))) {
      await driver.remove(ref)
    }
    return { output: {} }
  },
})
