// What UploadThing's refusals mean for people. Raw answers and signed addresses stay out of it.
import { driverProblem, isDriverProblem, type DriverProblem } from '../media/driverProblem.ts'

/** The sentence for a status that is not a success. */
export const problemOfStatus = (status: number, answer = ''): DriverProblem => {
  if (status === 429 || status >= 500) {
    return unreachable(`it answered ${status}`)
  }
  if (status === 401) {
    return driverProblem(
      'storage_refused',
      'UploadThing does not accept UPLOADTHING_TOKEN. Copy it again from "API Keys" in the UploadThing dashboard.',
    )
  }
  if (/\bacl\b|access control/i.test(answer)) {
    return driverProblem(
      'storage_refused',
      'UploadThing refused to set who may read this file. Allow overriding the ACL under "Regions and ACL" in its dashboard, or, on a plan without private files, set UPLOADTHING_ACL=public-read.',
    )
  }
  if (status === 413) {
    return driverProblem(
      'file_too_large',
      'UploadThing does not take a file of this size. Make it smaller, or raise the limit of the plan.',
    )
  }
  if (status === 402 || /limit|quota|storage full/i.test(answer)) {
    return driverProblem(
      'storage_full',
      'The UploadThing account is full. Delete files there, or choose a larger plan.',
    )
  }
  return driverProblem(
    'storage_refused',
    `UploadThing refused the request (${status}). Check in its dashboard that the app still exists.`,
  )
}

/** It did not answer, or not sensibly; the same call may succeed later. */
export const unreachable = (why: string): DriverProblem =>
  driverProblem(
    'storage_unreachable',
    `UploadThing cannot be reached: ${why}. Try again in a moment.`,
    { isPassing: true },
  )

/** For what `fetch` throws. The error itself may hold the address and so its signature. */
export const problemOfFetch = (err: unknown): DriverProblem => {
  if (isDriverProblem(err)) {
    return err
  }
  const inner: unknown = err instanceof Error ? (err.cause ?? err) : err
  const { code, name } = (inner ?? {}) as { code?: unknown; name?: unknown }
  const why = typeof code === 'string' ? code : name === 'TimeoutError' ? 'time is up' : 'no answer'
  return unreachable(why)
}
