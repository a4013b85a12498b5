// Several writes of an endpoint, all or none.
import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'

/** Runs `work` in a transaction of `req`, the one that it is in already or a new one. */
export const inTransaction = async (
  req: PayloadRequest,
  work: (req: PayloadRequest) => Promise<void>,
): Promise<void> => {
  const isOurs = await initTransaction(req)
  try {
    await work(req)
    if (isOurs) {
      await commitTransaction(req)
    }
  } catch (err) {
    await killTransaction(req)
    throw err
  }
}
