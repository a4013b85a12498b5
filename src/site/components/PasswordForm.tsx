/** The password of one study. A plain POST: the right answer sets a cookie and leads back to the study. */
import type { Strings } from '../strings/index.ts'

export type PasswordProblem = 'wrong' | 'limited'

export const PasswordForm = ({
  action,
  strings,
  problem,
}: {
  action: string
  strings: Strings
  problem: PasswordProblem | null
}) => (
  <form className="password-form" method="post" action={action}>
    {problem && (
      <p id="password-problem" className="problem" role="alert">
        {problem === 'wrong' ? strings.passwordWrong : strings.passwordLimited}
      </p>
    )}
    <div className="field">
      <label htmlFor="study-password">{strings.password}</label>
      <input
        id="study-password"
        name="password"
        type="password"
        autoComplete="off"
        required
        maxLength={200}
        aria-invalid={problem === 'wrong' ? true : undefined}
        aria-describedby={problem ? 'password-problem' : undefined}
      />
    </div>
    <button className="button is-primary" type="submit">
      {strings.open}
    </button>
  </form>
)
