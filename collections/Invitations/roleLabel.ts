// A role in a sentence: “editor: writes and publishes”, or the name that the tenant gave it.
import { roleOptions } from '../Memberships/roleOptions.ts'

export const roleLabel = ({
  customRole,
  role,
}: {
  /** The name of a role of the tenant's own. */
  customRole: string | null
  role: string
}): string =>
  customRole ?? roleOptions.find(({ value }) => value === role)?.label.split(':')[0] ?? role
