// Tells a database that cannot be reached from a statement that it refused.

/** SQLSTATE 08006, connection_failure: what was asked of the connection did not happen. */
export const connectionLost = (cause?: unknown): Error =>
  Object.assign(new Error('The connection to the database was lost.', { cause }), { code: '08006' })

/** SQLSTATE 53300, too_many_connections: all of the pool are in use. */
export const poolExhausted = (cause?: unknown): Error =>
  Object.assign(new Error('No connection to the database became free in time.', { cause }), {
    code: '53300',
  })

/**
 * Whether the database could not be asked, or went away before it answered. Nothing was wrong with the
 * question, so it may be asked again.
 *
 * @param err Drizzle and Payload wrap what Postgres and Node threw; the causes are looked at too.
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export const isOutage = (err: unknown): boolean => {
  for (let one = err, depth = 0; one instanceof Error && depth < 8; one = one.cause, depth += 1) {
    const { code } = one as { code?: unknown }
    if ((typeof code === 'string' && CODES.test(code)) || MESSAGES.test(one.message)) {
      return true
    }
    if (one instanceof AggregateError && one.errors.some(isOutage)) {
      return true
    }
  }
  return false
}

/**
 * Class 08 (connection), 53300 (too many of them), 57P01 to 57P03 (shutting down, crashed, starting),
 * 25P03 (idle in a transaction for too long), and what Node says of sockets.
 */
const CODES =
  /^(08...|53300|57P0[1-3]|25P03|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/

/** What pg says without a code, and what Payload makes of it. */
const MESSAGES =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect|Query read timeout)/
