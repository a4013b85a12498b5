// Stops in the order that harms nobody: not ready, no new requests, running ones finish, then the
// parts behind them, the database last.
import { setTimeout as wait } from 'node:timers/promises'
import type { Server } from 'node:http'
import type { Payload } from 'payload'
import { closePayload } from '../database/closePayload.ts'
import type { Cluster } from '../database/embedded.ts'
import type { MediaHandler } from '../../plugins/media-local/index.ts'
import type { JobRunner } from '../jobs/runner.ts'
import type { Lifecycle } from './lifecycle.ts'
import type { Pages } from './startPages.ts'

/** How long running requests may take once nothing new comes in. */
const FINISH_MS = 8_000

export const shutDown = async ({
  cluster,
  drainMs,
  files,
  jobRunner,
  lifecycle,
  pages,
  payload,
  server,
}: {
  cluster: Cluster | undefined
  /** How long a load balancer has to see `/readyz` turn before requests are refused. */
  drainMs: number
  files: MediaHandler
  jobRunner: JobRunner
  lifecycle: Lifecycle
  pages: Pages
  payload: Payload
  server: Server
}): Promise<void> => {
  lifecycle.state = 'leaving'
  await wait(drainMs)
  lifecycle.state = 'draining'
  // Their requests would last as long as they do.
  void jobRunner.endChildren()
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const deadline = Date.now() + FINISH_MS
  while (lifecycle.inFlight > 0 && Date.now() < deadline) {
    await wait(20)
    server.closeIdleConnections()
  }
  server.closeAllConnections()
  await closed
  await pages.close()
  await jobRunner.stop()
  await files.close()
  await closePayload({ payload })
  await cluster?.stop()
}
