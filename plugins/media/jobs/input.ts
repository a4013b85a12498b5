/** Which file a job is about. */
export type FileInput = { collection: string; id: string; tenant: string }
