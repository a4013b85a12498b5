'use client'
// The permissions of a custom role as boxes to tick, collection by collection.
import { useField } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'
import { GRANTABLE, type Permission } from '../../../access/permissions.ts'

const collectionOf = (permission: Permission): string => permission.split('.')[0]!

const groups = [...new Set(GRANTABLE.map(collectionOf))].map(
  (collection) =>
    [collection, GRANTABLE.filter((one) => collectionOf(one) === collection)] as const,
)

export const PermissionsField: JSONFieldClientComponent = ({ path, readOnly }) => {
  const { setValue, value } = useField<Permission[]>({ path })
  const held = new Set(Array.isArray(value) ? value : [])
  const toggle = (permission: Permission) => {
    const next = new Set(held)
    if (!next.delete(permission)) {
      next.add(permission)
    }
    setValue([...next])
  }
  return (
    <div className="field-type vitrine-permissions">
      {groups.map(([collection, permissions]) => (
        <fieldset key={collection}>
          <legend>{collection}</legend>
          {permissions.map((permission) => (
            <label key={permission}>
              <input
                checked={held.has(permission)}
                disabled={readOnly}
                onChange={() => toggle(permission)}
                type="checkbox"
              />
              {permission.split('.')[1]}
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  )
}
