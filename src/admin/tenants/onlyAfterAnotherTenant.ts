// A refresh that does something only when another tenant was chosen since the last one.

export const TENANT_COOKIE = 'payload-tenant'

/** @param cookies As `document.cookie` has them. @returns The id of the chosen tenant; '' for none. */
export const chosenIn = (cookies: string): string =>
  cookies
    .split('; ')
    .find((one) => one.startsWith(`${TENANT_COOKIE}=`))
    ?.slice(TENANT_COOKIE.length + 1) ?? ''

/**
 * @param readChosen Which tenant is chosen now.
 * @param refresh What draws the page anew; whatever is typed and not saved is lost in it.
 */
export const onlyAfterAnotherTenant = ({
  readChosen,
  refresh,
}: {
  readChosen: () => string
  refresh: () => void
}): (() => void) => {
  let known = readChosen()
  return () => {
    const chosen = readChosen()
    if (chosen !== known) {
      known = chosen
      refresh()
    }
  }
}
