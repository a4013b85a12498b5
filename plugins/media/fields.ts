// What the plugin keeps with each file. Nobody writes `asset` but the plugin: an id that a request
// could set would be a way to other tenants' files.
import type { Field, GroupField } from 'payload'

const never = () => false

/** The places that show a file, beside its fields. */
export const whereUsedField: Field = {
  name: 'whereUsed',
  type: 'ui',
  admin: {
    position: 'sidebar',
    disableListColumn: true,
    components: { Field: '/plugins/media/components/uses/UsesPanel.tsx#UsesPanel' },
  },
}

const text = (name: string, index = false): Field => ({ name, type: 'text', index })
const number = (name: string): Field => ({ name, type: 'number' })
const yes = (name: string): Field => ({ name, type: 'checkbox' })
const choice = (name: string, options: string[]): Field => ({ name, type: 'select', options })

export const assetField: GroupField = {
  name: 'asset',
  type: 'group',
  access: { create: never, update: never },
  admin: { hidden: true, disableBulkEdit: true },
  fields: [
    text('driver'),
    text('account'),
    text('publicId', true),
    choice('resourceType', ['image', 'video', 'raw']),
    choice('deliveryType', ['upload', 'authenticated']),
    number('version'),
    text('format'),
    text('etag', true),
    { ...choice('status', ['processing', 'ready', 'failed']), index: true } as Field,
    text('problem'),
    number('duration'),
    number('frameRate'),
    yes('hasAudio'),
    yes('hasStream'),
    yes('hasPoster'),
    yes('isAnimated'),
    yes('hasAlpha'),
    number('notifiedAt'),
  ],
}

const percent = (name: string): Field => ({ name, type: 'number', min: 0, max: 100 })

/** Percent of the upright original; all empty: nothing is cut away. */
export const cropField: GroupField = {
  name: 'crop',
  type: 'group',
  admin: { hidden: true, disableBulkEdit: true },
  validate: (value: unknown) => {
    const { height, width, x, y } = (value ?? {}) as Record<string, number | null | undefined>
    const given = [x, y, width, height].filter((one) => typeof one === 'number')
    const isInside =
      (x ?? 0) + (width ?? 0) <= 100.001 &&
      (y ?? 0) + (height ?? 0) <= 100.001 &&
      (width ?? 1) > 0 &&
      (height ?? 1) > 0
    return given.length === 0 || (given.length === 4 && isInside)
      ? true
      : 'A crop needs x, y, width and height in percent, inside the picture.'
  },
  fields: [percent('x'), percent('y'), percent('width'), percent('height')],
}

export const posterTimeField: Field = {
  name: 'posterTime',
  type: 'number',
  min: 0,
  admin: { hidden: true, disableBulkEdit: true },
}

const SIZE = {
  type: 'object',
  additionalProperties: false,
  properties: {
    url: { type: 'string' },
    width: { type: 'number' },
    height: { type: 'number' },
    srcset: { type: ['string', 'null'] },
  },
  required: ['url', 'width', 'height', 'srcset'],
} as const

const VIDEO = {
  type: ['object', 'null'],
  additionalProperties: false,
  properties: {
    mp4: { type: 'string' },
    mimeType: { type: ['string', 'null'] },
    stream: { type: ['string', 'null'] },
    poster: { ...SIZE, type: ['object', 'null'] },
    duration: { type: ['number', 'null'] },
  },
  required: ['mp4', 'mimeType', 'stream', 'poster', 'duration'],
} as const

const derived = (name: string, schema: object): Field => ({
  name,
  type: 'json',
  typescriptSchema: [() => schema],
  virtual: true,
  access: { create: never, update: never },
  admin: { hidden: true, disableBulkEdit: true, disableListColumn: true, disableListFilter: true },
})

/** Addresses, made at each read. */
export const addressFields: Field[] = [
  {
    name: 'srcset',
    type: 'text',
    virtual: true,
    access: { create: never, update: never },
    admin: {
      hidden: true,
      disableBulkEdit: true,
      disableListColumn: true,
      disableListFilter: true,
    },
  },
  derived('sizes', { type: ['object', 'null'], additionalProperties: SIZE }),
  derived('video', VIDEO),
]

/** What addresses are made of, whatever fields a caller selects. */
export const FORCED_SELECT = {
  asset: true,
  crop: true,
  exposure: true,
  filename: true,
  focalX: true,
  focalY: true,
  height: true,
  mimeType: true,
  posterTime: true,
  tenant: true,
  width: true,
} as const
