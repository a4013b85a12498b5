// Which tenant a file was chosen for. Payload hands an upload handler the file and nothing of its
// form, whose tenant need not be the selected one.

const tenants = new WeakMap<File, string>()

export const rememberTenant = (file: File, tenant: string): void => {
  tenants.set(file, tenant)
}

export const tenantOfFile = (file: File): string | null => tenants.get(file) ?? null
