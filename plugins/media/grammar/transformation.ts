// Transformations in Cloudinary's URL grammar: parameters joined by commas, steps by slashes.
// https://cloudinary.com/documentation/transformation_reference

/** One step: `{ c: 'fill', w: '640', h: '480' }`. Values are written as they stand in the address. */
export type Step = Readonly<Record<string, string>>

export type Transformation = readonly Step[]

const KEY = /^[a-z]{1,4}$/
const VALUE = /^[A-Za-z0-9_.:!%\- ]{1,200}$/
const MAX_STEPS = 8

/** Parameters sorted by name, as Cloudinary signs them; steps in order. */
export const serialise = (transformation: Transformation): string =>
  transformation
    .map((step) =>
      Object.entries(step)
        .map(([key, value]) => `${key}_${value}`)
        .sort()
        .join(','),
    )
    .filter((step) => step !== '')
    .join('/')

/** One step, or `null` when the segment is none. */
export const parseStep = (segment: string): Step | null => {
  const step: Record<string, string> = {}
  for (const part of segment.split(',')) {
    const at = part.indexOf('_')
    const key = part.slice(0, at)
    const value = part.slice(at + 1)
    if (at < 1 || !KEY.test(key) || !VALUE.test(value) || key in step) {
      return null
    }
    step[key] = value
  }
  return step
}

/** Steps from a string such as `c_fill,h_480,w_640/f_auto,q_auto`; `null` when any is none. */
export const parseTransformation = (text: string): Transformation | null => {
  const segments = text === '' ? [] : text.split('/')
  const steps = segments.map(parseStep)
  return segments.length > MAX_STEPS || steps.some((step) => step === null)
    ? null
    : (steps as Step[])
}
