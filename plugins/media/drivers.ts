// Drivers by name.
import type { MediaDriver } from './driver.ts'
import type { MediaOptions } from './options.ts'

/** @throws for a driver that is not configured here any more; its files need it. */
export const driverNamed = (
  { drivers }: Pick<MediaOptions, 'drivers'>,
  name: string,
): MediaDriver => {
  const driver = findDriver({ drivers }, name)
  if (!driver) {
    throw new Error(
      `Files are kept with “${name}”, which is not configured. Configure it, or move them: npm run media:move.`,
    )
  }
  return driver
}

export const findDriver = (
  { drivers }: Pick<MediaOptions, 'drivers'>,
  name: string,
): MediaDriver | undefined => drivers.find((driver) => driver.name === name)
