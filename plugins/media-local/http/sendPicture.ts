// Pictures: as they were stored, or made over.
import path from 'node:path'
import type { Transformation } from '../../media/grammar/index.ts'
import { isMediaProblem, mediaProblem } from '../problem.ts'
import { originalName } from '../store/place.ts'
import { expandNamed, planTransformation, type Plan, type PlanSource } from '../transform/plan.ts'
import type { Stage } from '../transform/geometry.ts'
import { assertMayTransform } from './gate.ts'
import { attachment, baseHeaders, SANDBOX } from './headers.ts'
import { OCTETS, pictureType } from './mimeTypes.ts'
import { openFile, sendFile } from './sendFile.ts'
import { sendRendition } from './sendRendition.ts'
import type { Work } from './work.ts'

export const sendPicture = async (work: Work): Promise<Response> => {
  const { address, directory, passage, record, settings } = work
  if (isOriginal(work)) {
    return sendOriginal(work)
  }
  assertMayTransform({ passage, settings, transformation: askedOf(work) })
  const { picture } = record
  if (!picture) {
    throw mediaProblem(
      'not_a_picture',
      'The file cannot be read as a picture, so there are no other sizes of it.',
    )
  }
  const isSvg = picture.format === 'svg'
  const plan = planOf({
    source: {
      size: { width: picture.width, height: picture.height },
      hasAlpha: picture.hasAlpha,
      pages: picture.pages,
      format: picture.format,
    },
    transformation: address.transformation,
    work,
  })
  return sendRendition({
    picture: {
      fileOf: () => Promise.resolve(path.join(directory, originalName(record.format))),
      isSvg,
      version: record.etag,
    },
    plan,
    work,
  })
}

/** @throws what the planning found wrong. */
export const planOf = ({
  source,
  transformation,
  work: { address, request, settings },
}: {
  work: Work
  transformation: Transformation
  source: PlanSource
}): Plan & { stages: Stage[] } => {
  const expanded = expandNamed(transformation, settings.named)
  if (isMediaProblem(expanded)) {
    throw expanded
  }
  const plan = planTransformation(expanded, {
    accept: request.headers.get('accept'),
    extension: address.extension,
    resourceType: address.resourceType === 'video' ? 'video' : 'image',
    source,
  })
  if (isMediaProblem(plan)) {
    throw plan
  }
  return { ...plan, stages: plan.stages ?? [] }
}

/** An extension alone is a transformation too: into that format. */
const askedOf = ({ address }: Work): Transformation =>
  address.transformation.length > 0 || address.extension === null
    ? address.transformation
    : [{ f: address.extension }]

const isOriginal = ({ address, record }: Work): boolean =>
  (address.extension === null || isSameFormat(address.extension, record.format)) &&
  address.transformation.every((step) => Object.keys(step).every((key) => key === 'fl'))

const isSameFormat = (a: string, b: string): boolean => canonical(a) === canonical(b)
const canonical = (format: string): string => (format === 'jpeg' ? 'jpg' : format)

const sendOriginal = async (work: Work): Promise<Response> => {
  const { address, directory, passage, record, request } = work
  const type = pictureType(record.format) ?? OCTETS
  // By its content, not its name: a drawing can hold scripts.
  const isSafe = type !== OCTETS && type !== 'image/svg+xml' && record.picture?.format !== 'svg'
  const { wanted } = planOf({ source: {}, transformation: address.transformation, work })
  const stem = wanted.attachment || address.publicId.split('/').at(-1)!
  const name = record.format === '' ? stem : `${stem}.${record.format}`
  const { handle, size } = await openFile(path.join(directory, originalName(record.format)))
  return sendFile({
    etag: `"${record.etag}"`,
    handle,
    headers: {
      ...baseHeaders({ grant: passage.grant }),
      'content-type': type,
      ...(isSafe ? {} : { 'content-security-policy': SANDBOX }),
      ...(isSafe && wanted.attachment === null ? {} : { 'content-disposition': attachment(name) }),
    },
    request,
    size,
  })
}
