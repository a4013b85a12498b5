// Where the link to a new email leads. Open to everybody: the mail may be read on another device.
import { MinimalTemplate } from '@payloadcms/next/templates'
import type { AdminViewServerProps } from 'payload'
import { ConfirmEmailForm } from '../account/ConfirmEmailForm.tsx'
import { Logo } from '../login/Logo.tsx'

export const ConfirmEmail = ({ initPageResult: { req }, searchParams }: AdminViewServerProps) => {
  const token = searchParams?.token
  return (
    <MinimalTemplate className="login vitrine-accept">
      <main>
        <div className="login__brand">
          <Logo i18n={req.i18n} payload={req.payload} />
        </div>
        <ConfirmEmailForm token={typeof token === 'string' ? token : ''} />
      </main>
    </MinimalTemplate>
  )
}
