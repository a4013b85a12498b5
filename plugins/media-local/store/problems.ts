// Errors of the file system, as what drivers throw.
import { driverProblem, isDriverProblem } from '../../media/driverProblem.ts'

/** Runs the work; a full disk and the like become sentences, everything else passes. */
export const withDriverProblems = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (err) {
    throw driverProblemOf(err)
  }
}

export const driverProblemOf = (err: unknown): unknown => {
  if (isDriverProblem(err) || !(err instanceof Error) || err.name === 'AbortError') {
    return err
  }
  const { code } = err as NodeJS.ErrnoException
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return driverProblem(
        'storage_full',
        'The disk that keeps the files is full. Free some space and try again.',
        { cause: err, isPassing: true },
      )
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EISDIR':
    case 'ENAMETOOLONG':
      return driverProblem(
        'storage_refused',
        'The folder that keeps the files cannot be written. Check who owns it.',
        { cause: err },
      )
    case 'EIO':
    case 'ENXIO':
    case 'ESTALE':
    case 'EMFILE':
    case 'ENFILE':
      return driverProblem(
        'storage_unreachable',
        'The disk that keeps the files does not answer. Try again in a moment.',
        { cause: err, isPassing: true },
      )
    default:
      return err
  }
}
