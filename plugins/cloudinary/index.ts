// Cloudinary for plugins/media.
export {
  cloudinaryAccount,
  deliveryBaseOf,
  parseCloudinaryUrl,
  type CloudinaryAccount,
} from './account.ts'
export { downloadUrl } from './downloadUrl.ts'
export { cloudinaryDriver, type CloudinaryDriverOptions } from './driver.ts'
export {
  MP4_EXTENSION,
  mp4Transformation,
  POSTER_EXTENSION,
  posterTransformation,
  STREAM_EXTENSION,
  streamTransformation,
} from './videoUrls.ts'
export {
  notificationReader,
  readNotification,
  type CloudinaryEvent,
  type WebhookProblem,
} from './webhook.ts'
