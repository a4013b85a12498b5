// The local disk as a media driver, and the handler that delivers its files.
export { createMediaHandler, type MediaHandler } from './http/handler.ts'
export type { MediaHandlerOptions } from './http/settings.ts'
export {
  MEDIA_PROBLEMS,
  mediaProblem,
  type MediaProblem,
  type MediaProblemCode,
} from './problem.ts'
export { localDriver, type LocalDriver, type LocalDriverOptions } from './store/driver.ts'
export { planTransformation, type Plan } from './transform/plan.ts'
