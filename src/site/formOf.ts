/** A form as it was sent; null when the body is none. */
export const formOf = (request: Request): Promise<FormData | null> =>
  request.formData().catch(() => null)
