// Where the link in an invitation leads. Open to everybody: whoever comes is nobody yet.
import { MinimalTemplate } from '@payloadcms/next/templates'
import { Button } from '@payloadcms/ui'
import { APIError, type AdminViewServerProps, type PayloadRequest } from 'payload'
import { findOffer, type Offer } from '../../../collections/Invitations/queries/findOffer.ts'
import { Logo } from '../login/Logo.tsx'
import { AcceptForm } from '../people/AcceptForm.tsx'
import { translator } from '../translations/translate.ts'
import type { Translate } from '../translations/types.ts'

export const AcceptInvitation = async ({
  initPageResult: { req },
  searchParams,
}: AdminViewServerProps) => {
  const t = translator(req.i18n)
  const link = { tenant: textOf(searchParams?.tenant), token: textOf(searchParams?.token) }
  const found = await offerOrProblem({ ...link, req, t })
  return (
    <MinimalTemplate className="login vitrine-accept">
      <main>
        <div className="login__brand">
          <Logo i18n={req.i18n} payload={req.payload} />
        </div>
        {typeof found === 'string' ? (
          <>
            <h1 className="vitrine-accept__title">{t('accept:problemTitle')}</h1>
            <p className="vitrine-accept__text">{found}</p>
            <Button buttonStyle="secondary" el="anchor" margin={false} size="large" url="/admin">
              {t('accept:signIn')}
            </Button>
          </>
        ) : (
          <Answer {...link} current={emailOf(req)} offer={found} t={t} />
        )}
      </main>
    </MinimalTemplate>
  )
}

type AnswerProps = {
  /** Who is signed in. */
  current: string | null
  offer: Offer
  t: Translate
  tenant: string
  token: string
}

const Words = ({ offer, t }: Pick<AnswerProps, 'offer' | 't'>) => (
  <>
    <h1 className="vitrine-accept__title">{t('accept:title')}</h1>
    <p className="vitrine-accept__text">
      {offer.inviter
        ? t('accept:asks', { inviter: offer.inviter, tenant: offer.tenant })
        : t('accept:asksNobody', { tenant: offer.tenant })}
    </p>
    <dl className="vitrine-accept__facts">
      <dt>{t('accept:role')}</dt>
      <dd>{offer.role}</dd>
      <dt>{t('accept:email')}</dt>
      <dd>{offer.email}</dd>
    </dl>
  </>
)

const Answer = ({ current, offer, t, tenant, token }: AnswerProps) => {
  const { email } = offer
  const address = `/admin/accept-invitation?${new URLSearchParams({ tenant, token }).toString()}`
  if (current !== null && current !== email) {
    return (
      <>
        <Words offer={offer} t={t} />
        <p className="vitrine-accept__text">{t('accept:other', { email, other: current })}</p>
        <Button el="anchor" margin={false} size="large" url="/admin/logout">
          {t('accept:signOut')}
        </Button>
      </>
    )
  }
  if (current === null && offer.hasAccount) {
    return (
      <>
        <Words offer={offer} t={t} />
        <p className="vitrine-accept__text">{t('accept:account', { email })}</p>
        <Button
          el="anchor"
          margin={false}
          size="large"
          url={`/admin/login?redirect=${encodeURIComponent(address)}`}
        >
          {t('accept:signIn')}
        </Button>
      </>
    )
  }
  return (
    <AcceptForm
      email={email}
      isKnown={offer.hasAccount}
      tenant={offer.tenant}
      tenantId={tenant}
      token={token}
    >
      <Words offer={offer} t={t} />
    </AcceptForm>
  )
}

const offerOrProblem = async ({
  req,
  t,
  ...link
}: {
  req: PayloadRequest
  t: Translate
  tenant: string
  token: string
}): Promise<Offer | string> => {
  try {
    return await findOffer({ ...link, req })
  } catch (err) {
    if (err instanceof APIError && err.isPublic) {
      return err.message
    }
    req.payload.logger.error({ msg: 'An invitation could not be shown.', err })
    return t('common:problemText')
  }
}

const emailOf = ({ user }: PayloadRequest): string | null => user?.email ?? null

const textOf = (value: string | string[] | undefined): string =>
  typeof value === 'string' ? value : ''
