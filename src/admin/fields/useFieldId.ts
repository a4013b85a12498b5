// The id of a field's control, as Payload's own labels have it: the same field may be on the page twice, once below a
// drawer and once in it.
import { useEditDepth, useForm } from '@payloadcms/ui'

export const useFieldId = (path: string): string => {
  const { uuid } = useForm()
  const depth = useEditDepth()
  return [
    `field-${path.replaceAll('.', '__')}`,
    ...(depth > 1 ? [depth] : []),
    ...(uuid ? [uuid] : []),
  ].join('-')
}
