// The address of a file and of its renditions. No Node, so that browsers use the same.
export {
  DELIVERY_TYPES,
  deliveryPath,
  parseDeliveryPath,
  RESOURCE_TYPES,
  signedPart,
  type Address,
  type DeliveryType,
  type ResourceType,
} from './address.ts'
export { ladderOf, renditionOf, type Crop, type PictureShape, type Preset } from './presets.ts'
export { parseTransformation, serialise, type Step, type Transformation } from './transformation.ts'
