// f_auto: the best format that the browser says it shows.
// https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1

export type AutoFormat = 'avif' | 'webp' | 'plain'

/**
 * AVIF before WebP before JPEG or PNG, unless the browser weighs them otherwise. A wildcard asks for
 * none of the newer formats: every client sends one.
 */
export const negotiateFormat = (accept: string | null): AutoFormat => {
  const weights = weightsOf(accept ?? '')
  const plain = Math.max(
    ...['image/jpeg', 'image/png'].map(
      (type) => weights.get(type) ?? weights.get('image/*') ?? weights.get('*/*') ?? 0,
    ),
  )
  const avif = weights.get('image/avif') ?? 0
  const webp = weights.get('image/webp') ?? 0
  if (avif > 0 && avif >= webp && avif >= plain) {
    return 'avif'
  }
  return webp > 0 && webp >= plain ? 'webp' : 'plain'
}

const weightsOf = (accept: string): Map<string, number> => {
  const weights = new Map<string, number>()
  for (const part of accept.slice(0, 1000).split(',')) {
    const [type = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase())
    const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
    const weight = q === undefined ? 1 : Number(q)
    if (type !== '' && weight >= 0 && weight <= 1) {
      weights.set(type, weight)
    }
  }
  return weights
}
