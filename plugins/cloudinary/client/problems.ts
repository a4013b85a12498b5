// What went wrong at Cloudinary, in sentences for people. Cloudinary's own answers repeat what was
// signed and which key it was, so none of their text gets out of here.
import type { DriverProblemCode } from '../../media/driver.ts'
import { driverProblem, type DriverProblem } from '../../media/driverProblem.ts'

type Answer = { status: number; message: string }

type Rule = {
  when: (answer: Answer) => boolean
  code: DriverProblemCode
  sentence: (answer: Answer) => string
  isPassing?: boolean
}

/** The first that fits counts. */
const RULES: readonly Rule[] = [
  {
    when: ({ status }) => status === 420 || status === 429,
    code: 'storage_unreachable',
    sentence: () =>
      'Cloudinary takes no more requests from this cloud for now. Try again in a few minutes; its allowance begins anew each hour.',
    isPassing: true,
  },
  {
    when: ({ status }) => status >= 500 || status === 408,
    code: 'storage_unreachable',
    sentence: () => 'Cloudinary has trouble at the moment. Try again in a few minutes.',
    isPassing: true,
  },
  // Before anything that looks at words: these answers repeat ids and parameters.
  {
    when: ({ message, status }) => status === 404 && !/unknown cloud/i.test(message),
    code: 'asset_missing',
    sentence: () => 'Cloudinary does not have this file.',
  },
  {
    when: ({ status }) => status === 401 || status === 403 || status === 404,
    code: 'storage_refused',
    sentence: () =>
      "Cloudinary does not accept this site's credentials. Check the cloud, the key and the secret in CLOUDINARY_URL.",
  },
  {
    when: ({ message, status }) => status === 413 || /too large/i.test(message),
    code: 'file_too_large',
    sentence: ({ message }) => {
      const [, got, most] = /Got (\d+)\. Maximum is (\d+)/i.exec(message) ?? []
      return got && most
        ? `The file has ${megabytes(got)}; the Cloudinary plan of this site takes ${megabytes(most)} at most. Make the file smaller, or change the plan.`
        : 'The file is larger than the Cloudinary plan of this site takes. Make the file smaller, or change the plan.'
    },
  },
  {
    when: ({ message }) => /^stale request/i.test(message),
    code: 'storage_refused',
    sentence: () =>
      'Cloudinary refused a request as too old. Set the clock of the server, or begin the upload anew.',
  },
  {
    when: ({ message, status }) => status === 402 || /quota|out of credit/i.test(message),
    code: 'storage_full',
    sentence: () =>
      'The Cloudinary plan of this site is used up. Remove files that nobody needs, or change the plan.',
  },
  {
    when: ({ message }) =>
      /format .*not allowed|invalid (image|video) file|unsupported (image|video|zip|file)/i.test(
        message,
      ),
    code: 'type_not_allowed',
    sentence: () =>
      'Cloudinary could not read the file as the kind that it is said to be. Save it again in a usual format, such as JPEG, PNG, WebP or MP4.',
  },
]

/** For an answer that is no success. */
export const problemOfAnswer = (answer: Answer): DriverProblem => {
  const rule = RULES.find(({ when }) => when(answer))
  const cause = new Error(`HTTP ${answer.status}`)
  return rule
    ? driverProblem(rule.code, rule.sentence(answer), { cause, isPassing: rule.isPassing })
    : driverProblem('storage_refused', 'Cloudinary refused the request.', { cause })
}

export const stalled = (): DriverProblem =>
  driverProblem(
    'storage_unreachable',
    'Cloudinary stopped answering. Try again in a few minutes.',
    { isPassing: true },
  )

/** @param err What fetch threw; of it, only the system's code is kept. */
export const unreachable = (err: unknown): DriverProblem =>
  driverProblem(
    'storage_unreachable',
    'Cloudinary could not be reached. Check the connection of the server, and try again.',
    { cause: new Error(codeOf(err)), isPassing: true },
  )

export const unreadable = (): DriverProblem =>
  driverProblem(
    'storage_unreachable',
    'Cloudinary gave an answer that cannot be read. Try again in a few minutes.',
    { isPassing: true },
  )

const codeOf = (err: unknown): string => {
  const cause = err instanceof Error ? err.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code) ? code : 'network failure'
}

const megabytes = (bytes: string): string => `${(Number(bytes) / 1_000_000).toFixed(1)} MB`
