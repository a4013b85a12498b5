/** What an import works on, step by step: so that whoever watches it can name what does not end. */

/** Why a step was left out. */
export type SkipCode = 'CRASHED' | 'TOO_MUCH_MEMORY' | 'TOO_SLOW'

export type Step = {
  /** The same on every run over the same source. */
  id: string
  /** What people know it by. */
  label: string
  /** Work on the whole source, which has more time and cannot be left out. */
  isWhole?: boolean
}

/** Called before each step. @returns why it is to be left out, if it is */
export type BeginStep = (step: Step) => SkipCode | undefined

export const noSteps: BeginStep = () => undefined
