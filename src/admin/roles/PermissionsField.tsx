'use client'
// The permissions of a custom role as boxes to tick: a row for each collection. What comes along
// with another tick is ticked and cannot be taken out alone. The server checks all of it again.
import {
  FieldDescription,
  FieldError,
  FieldLabel,
  useAuth,
  useField,
  useFormFields,
} from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'
import { useId, useMemo } from 'react'
import { everyPermission, isPermission, type Permission } from '../../../access/permissions.ts'
import { heldIn, principalOf, tenantIdOf } from '../../../access/principal.ts'
import { vitrineEn } from '../translations/en.ts'
import type { VitrineKey } from '../translations/types.ts'
import { useVitrine } from '../translations/useVitrine.ts'
import { matrixOf, withBoxes, type Row } from './matrix.ts'

export const PermissionsField: JSONFieldClientComponent = ({ field, path, readOnly }) => {
  const { t } = useVitrine()
  const { disabled, setValue, showError, value } = useField<unknown>({ path })
  const permissions = useMemo(
    () => (Array.isArray(value) ? (value as unknown[]).filter(isPermission) : []),
    [value],
  )
  const held = useHeld()
  const isOff = Boolean(readOnly || disabled)
  const areas = useMemo(
    () => matrixOf({ held: isOff ? everyPermission() : (held ?? 0n), value: permissions }),
    [held, isOff, permissions],
  )
  const set = (boxes: Permission[], isTicked: boolean) =>
    setValue(withBoxes({ isTicked, permissions: boxes, value: permissions }))
  return (
    <div className="field-type vitrine-permissions" id={`field-${path.replace(/\./g, '__')}`}>
      <FieldLabel as="span" label={field.label} path={path} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
      {held === null && !isOff ? (
        <p className="vitrine-permissions__note">{t('permissions:chooseTenant')}</p>
      ) : (
        <>
          <p aria-live="polite" className="vitrine-permissions__note">
            {permissions.length === 0
              ? t('permissions:tickedNone')
              : t('permissions:ticked', { count: permissions.length })}
          </p>
          {areas.map(({ name, rows }) => (
            <section className="vitrine-permissions__area" key={name}>
              <h2 className="vitrine-permissions__title">{t(`areas:${name}`)}</h2>
              {rows.map((row) => (
                <PermissionsRow isOff={isOff} key={row.collection} onSet={set} row={row} />
              ))}
            </section>
          ))}
        </>
      )}
    </div>
  )
}

const PermissionsRow = ({
  isOff,
  onSet,
  row: { boxes, collection },
}: {
  isOff: boolean
  onSet: (boxes: Permission[], isTicked: boolean) => void
  row: Row
}) => {
  const { t } = useVitrine()
  const id = useId()
  const name = wordOr(t, 'collections', collection)
  const open = boxes.filter(({ isImplied }) => !isImplied)
  const isFull = boxes.every(({ isTicked }) => isTicked)
  return (
    <div aria-labelledby={id} className="vitrine-permissions__row" role="group">
      <div className="vitrine-permissions__head">
        <span className="vitrine-permissions__name" id={id}>
          {name}
        </span>
        {isOff || (open.length < 2 && !isFull) || open.length === 0 ? null : (
          <button
            aria-label={t(isFull ? 'permissions:noneOf' : 'permissions:allOf', {
              collection: name,
            })}
            className="vitrine-permissions__all"
            onClick={() =>
              onSet(
                boxes.map(({ permission }) => permission),
                !isFull,
              )
            }
            type="button"
          >
            {t(isFull ? 'permissions:none' : 'permissions:all')}
          </button>
        )}
      </div>
      <ul className="vitrine-permissions__boxes">
        {boxes.map(({ isImplied, isTicked, permission }) => (
          <li key={permission}>
            <label className="vitrine-permissions__box" data-implied={isImplied || undefined}>
              <input
                checked={isTicked}
                disabled={isOff || isImplied}
                onChange={(event) => onSet([permission], event.target.checked)}
                type="checkbox"
              />
              <span>
                {wordOr(t, 'actions', permission.split('.')[1]!)}
                {isImplied ? <span className="sr-only">, {t('permissions:implied')}</span> : null}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What the person at the screen holds in the role's tenant; `null` until that is chosen. */
const useHeld = (): bigint | null => {
  const { user } = useAuth()
  const tenant = useFormFields(([fields]) => tenantIdOf(fields.tenant?.value))
  return useMemo(() => {
    const principal = principalOf(user)
    if (principal.isOperator) {
      return everyPermission()
    }
    const [only] = principal.reach.size === 1 ? principal.reach.keys() : []
    const chosen = tenant ?? only ?? null
    return chosen === null ? null : heldIn(principal, chosen)
  }, [tenant, user])
}

/** A new collection or action shows by its own name until somebody words it. */
const wordOr = (
  t: ReturnType<typeof useVitrine>['t'],
  group: 'actions' | 'collections',
  word: string,
): string => (word in vitrineEn[group] ? t(`${group}:${word}` as VitrineKey) : word)
