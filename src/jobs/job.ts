/** What the runner knows of a job that it has claimed. */
export type Job = {
  id: string
  task: string
  input: unknown
  queue: string
  /** How often its task has failed. */
  tried: number
  /** How often a process that had claimed it was not heard of again. */
  interruptions: number
  createdAt: string
  /** Whose document it is about, where it is about one. */
  tenant: string | null
}

/** How long a claim is good for without being renewed, in seconds. */
export const LEASE_SECONDS = 60
