// Fields that hold a URL. What each takes is said once: for publishing, for every other write (values/kinds.ts),
// and beside the field while somebody types (src/admin/fields/hints.tsx).
import type { PayloadRequest, TextField } from 'payload'
import { URL_KINDS, type UrlKind } from '../urls.ts'

type Options = {
  admin?: TextField['admin']
  isRequired?: boolean
  /** What else is wrong with it when it is published. */
  check?: (url: string, req: PayloadRequest) => string | true
  name?: string
  label?: string
  takes: UrlKind
}

/**
 * @example urlField({ takes: 'web', label: 'Website' })
 */
export const urlField = ({
  admin,
  check,
  isRequired = false,
  label,
  name = 'url',
  takes,
}: Options): TextField => ({
  name,
  type: 'text',
  ...(label === undefined ? {} : { label }),
  ...(isRequired ? { required: true } : {}),
  admin: {
    ...admin,
    components: {
      afterInput: [{ path: '/src/admin/fields/hints.tsx#UrlHint', clientProps: { takes } }],
    },
  },
  custom: { takesUrl: takes },
  validate: (value: string | null | undefined, { req }: { req: PayloadRequest }) => {
    if (!value && !isRequired) {
      return true
    }
    const { hint, is } = URL_KINDS[takes]
    return is(value ?? '') ? (check?.(value ?? '', req) ?? true) : hint
  },
})

/** What kind of URL a field holds; undefined for all other fields. */
export const urlKindOf = (field: { custom?: Record<string, unknown> }): UrlKind | undefined =>
  field.custom?.takesUrl as UrlKind | undefined
