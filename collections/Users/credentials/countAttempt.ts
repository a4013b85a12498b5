// Wrong current passwords count like wrong sign-ins. An attempt is counted before its password is compared, so
// that of many at once no more are compared than one after the other.
import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { sqlIn } from '../../shared/sqlIn.ts'
import { endRecent } from './endRecent.ts'

type Account = { payload: Payload; userId: string }

type Attempt = {
  /** One wrong password more locks the account. */
  isLast: boolean
}

/**
 * Outside of any transaction: the change that the attempt belongs to is rolled back.
 *
 * @returns `null` when the account is locked, or when others use up the attempts that are left.
 */
export const beginAttempt = async ({ payload, userId }: Account): Promise<Attempt | null> => {
  const { most } = limitsOf(payload)
  const [counted] = await sqlIn<{ attempts: string }>(
    { payload },
    sql`update public.users
           set login_attempts = case when lock_until is null then coalesce(login_attempts, 0) else 0 end + 1,
               lock_until = null
         where id = ${userId}::uuid and (lock_until is null or lock_until <= now())
         returning login_attempts as attempts`,
  )
  const attempts = Number(counted?.attempts)
  if (counted && attempts > most) {
    await lock({ payload, userId })
  }
  return counted && attempts <= most ? { isLast: attempts === most } : null
}

/** The password of the attempt was wrong. */
export const failAttempt = async ({ isLast, ...account }: Account & Attempt): Promise<void> => {
  if (isLast) {
    await lock(account)
  }
}

/** @returns whether the attempt counts: others may have locked the account meanwhile. */
export const passAttempt = async ({ payload, userId }: Account): Promise<boolean> => {
  const passed = await sqlIn(
    { payload },
    sql`update public.users set login_attempts = 0
         where id = ${userId}::uuid and lock_until is null returning 1`,
  )
  return passed.length === 1
}

const lock = async ({ payload, userId }: Account): Promise<void> => {
  const { seconds } = limitsOf(payload)
  const locked = await sqlIn(
    { payload },
    sql`update public.users set lock_until = now() + make_interval(secs => ${seconds}::float8)
         where id = ${userId}::uuid and lock_until is null returning 1`,
  )
  if (locked.length === 1) {
    await endRecent({ payload, userId })
  }
}

const limitsOf = ({ collections }: Payload): { most: number; seconds: number } => {
  const { lockTime, maxLoginAttempts } = collections.users.config.auth
  return { most: maxLoginAttempts, seconds: lockTime / 1000 }
}
