// The catalogue of refusals: every code that an answer can carry, with its status and its title. Codes
// are for programs and never change their meaning; titles are for people and say what kind of thing
// went wrong, the same at every occurrence. The sentence about this one occurrence is the problem's
// `detail`.

type Entry = { readonly status: number; readonly title: string }

const catalogue = <Code extends string>(
  entries: Record<Code, readonly [status: number, title: string]>,
): Readonly<Record<Code, Entry>> =>
  Object.freeze(
    Object.fromEntries(
      Object.entries<readonly [number, string]>(entries).map(([code, [status, title]]) => [
        code,
        Object.freeze({ status, title }),
      ]),
    ),
  ) as Readonly<Record<Code, Entry>>

/** What the HTTP layer and Payload refuse, whatever the collection. */
const HTTP_PROBLEMS = catalogue({
  bad_request: [400, 'The request could not be understood'],
  malformed_url: [400, 'The URL is malformed'],
  malformed_json: [400, 'This is not valid JSON'],
  body_not_an_object: [400, 'The body is not a JSON object'],
  malformed_upload: [400, 'The form is incomplete or malformed'],
  no_files_here: [400, 'No file is accepted here'],
  validation_failed: [400, 'Some fields are invalid'],
  query_not_possible: [400, 'The query is not possible'],
  parameter_not_valid: [400, 'A parameter is not valid'],
  filter_not_possible: [400, 'The filter is not possible'],
  sort_not_possible: [400, 'The order is not possible'],
  graphql_not_valid: [400, 'The GraphQL request is not valid'],
  search_without_words: [400, 'The search has no words'],
  redirect_without_path: [400, 'The path is missing'],
  redirect_not_found: [404, 'Nothing leads from there'],
  malformed_value: [400, 'A value has the wrong type'],
  malformed_rich_text: [400, 'A text could not be opened in the editor'],
  language_not_offered: [400, 'The language is not one of the tenant’s'],
  main_language_missing: [400, 'Nothing is written in the main language'],
  unknown_reference: [400, 'A reference leads nowhere'],
  nothing_saved: [409, 'Nothing was saved'],
  partly_failed: [400, 'Some documents could not be changed'],
  not_signed_in: [401, 'Sign in first'],
  credentials_wrong: [401, 'The email or password is incorrect'],
  account_locked: [401, 'The account is locked'],
  forbidden: [403, 'You are not allowed to do this'],
  not_allowed: [403, 'You are not allowed to do this'],
  email_not_verified: [403, 'The email is not verified'],
  cross_site_form: [403, 'The form was sent from another site'],
  not_found: [404, 'There is nothing at this URL'],
  method_not_allowed: [405, 'This method is not allowed here'],
  not_acceptable: [406, 'No acceptable format'],
  request_timeout: [408, 'The request took too long to arrive'],
  conflict: [409, 'The request conflicts with what is stored'],
  changed_meanwhile: [409, 'It changed in the meantime'],
  already_exists: [409, 'It exists already'],
  not_possible: [409, 'This change is not possible'],
  body_too_large: [413, 'The body is too large'],
  unsupported_media_type: [415, 'This type of body is not supported'],
  length_required: [411, 'The length of the body is missing'],
  range_not_satisfiable: [416, 'The range is outside the file'],
  misdirected: [421, 'No site is served at this host'],
  malformed_call: [400, 'The call could not be read'],
  malformed_arguments: [422, 'The arguments are malformed'],
  unknown_function: [404, 'There is no such function'],
  too_many_rows: [422, 'Too many rows at a time'],
  too_deep: [422, 'Nested too deeply'],
  result_too_large: [413, 'The answer is too large'],
  not_processable: [422, 'The request could not be processed'],
  locked: [423, 'Somebody else is editing this'],
  too_many_requests: [429, 'Too many requests'],
  headers_too_large: [431, 'The headers are too large'],
  internal_error: [500, 'Something went wrong on our side'],
  upstream_failed: [502, 'Another service failed'],
  unavailable: [503, 'Not available at the moment'],
  starting: [503, 'The server is starting'],
  shutting_down: [503, 'The server is shutting down'],
  database_unreachable: [503, 'The database cannot be reached'],
  took_too_long: [503, 'The database took too long'],
})

/** What collections refuse beyond that. */
const CONTENT_PROBLEMS = catalogue({
  publish_not_allowed: [403, 'You are not allowed to publish'],
  unpublish_not_allowed: [403, 'You are not allowed to unpublish'],
  update_not_allowed: [403, 'You are not allowed to change this'],
  trash_not_allowed: [403, 'You are not allowed to move this to the trash'],
  restore_not_allowed: [403, 'You are not allowed to restore this'],
  still_referenced: [409, 'Something points at this'],
  references_not_changeable: [403, 'You are not allowed to change what points at this'],
  not_publishable: [422, 'This cannot be published yet'],
  not_online: [422, 'This is not online'],
  restore_publishes: [400, 'An earlier version comes back as a draft'],
  purge_not_allowed: [403, 'You are not allowed to delete this for good'],
  file_in_use: [409, 'The file is in use'],
  file_gone: [409, 'The file is gone'],
  settings_exist: [409, 'The site settings exist already'],
  account_in_use: [409, 'The storage account is in use'],
  agency_not_allowed: [403, 'You are not allowed to open an agency'],
  agency_has_clients: [409, 'The agency still has clients'],
  dns_unavailable: [503, 'The DNS did not answer'],
  domain_not_proven: [422, 'The domain is not verified'],
  domain_taken: [409, 'The domain is taken'],
})

/** Of people: invitations, roles and ownership. */
const PEOPLE_PROBLEMS = catalogue({
  invitation_unknown: [404, 'There is no such invitation'],
  invitation_expired: [404, 'The invitation has expired'],
  invitation_revoked: [404, 'The invitation was withdrawn'],
  invitation_used: [404, 'The invitation was accepted already'],
  invitation_ended_recipient: [404, 'The invitation has ended'],
  invitation_ended_sender: [404, 'The invitation has ended'],
  too_many_invitations: [429, 'Too many invitations'],
  invitation_closed: [409, 'The invitation is closed'],
  inviter_lost_right: [403, 'The invitation no longer counts'],
  role_gone: [403, 'The role no longer exists'],
  member_already: [409, 'You are a member already'],
  sign_in_first: [401, 'Sign in first'],
  other_account: [401, 'You are signed in with another account'],
  mail_not_sent: [502, 'The email could not be sent'],
  invite_instead: [403, 'People join by invitation'],
  reauthentication_required: [403, 'Enter your current password'],
  wrong_password: [403, 'The current password is wrong'],
  email_change_unknown: [404, 'There is no such email change'],
  email_change_expired: [404, 'The email change has expired'],
  email_needs_confirmation: [403, 'The email has to be confirmed'],
  email_taken: [409, 'The email is taken'],
  too_many_api_keys: [409, 'You have too many API keys'],
  role_above_own: [403, 'The role is above your own'],
  own_membership: [403, 'This is your own membership'],
  last_owner: [403, 'A tenant needs an owner'],
  role_in_use: [409, 'The role is in use'],
  ownership_own: [409, 'This is your own membership'],
  ownership_not_active: [409, 'The member is not active'],
  ownership_no_owner: [409, 'You are not an owner'],
})

/** Of files, whatever store holds them. */
const FILE_PROBLEMS = catalogue({
  file_empty: [400, 'The file is empty'],
  file_damaged: [400, 'The file is damaged'],
  type_unknown: [400, 'The type of the file is unknown'],
  not_a_picture: [400, 'The file is not an image'],
  not_a_video: [400, 'The file is not a video'],
  picture_truncated: [400, 'The image is incomplete'],
  picture_too_large: [400, 'The image has too many pixels'],
  picture_broken: [422, 'The image is damaged'],
  video_unreadable: [400, 'The video cannot be read'],
  type_not_allowed: [415, 'This type of file is not allowed'],
  type_mismatch: [400, 'The file is not what it claims to be'],
  file_too_large: [413, 'The file is too large'],
  quota_exceeded: [413, 'The storage is full'],
  no_tenant: [403, 'No workspace for this file'],
  ticket_invalid: [400, 'The upload is unknown'],
  ticket_expired: [410, 'The upload has expired'],
  already_processing: [409, 'The file is being processed already'],
  too_many_uploads: [429, 'Too many uploads at a time'],
  upload_incomplete: [409, 'The upload is incomplete'],
  chunk_misplaced: [409, 'The chunk does not continue the file'],
  upload_unproven: [400, 'The upload could not be confirmed'],
  storage_refused: [502, 'The file storage refused'],
  storage_unreachable: [503, 'The file storage cannot be reached'],
  storage_full: [507, 'The file storage is full'],
  asset_missing: [404, 'The file is not in its storage'],
  bad_address: [400, 'This is not the URL of a file'],
  unknown_transformation: [400, 'The transformation is unknown'],
  unknown_preset: [400, 'The preset is unknown'],
  signature_missing: [403, 'The URL is not signed'],
  signature_wrong: [403, 'The signature is wrong'],
  expired: [403, 'The URL has expired'],
  file_not_found: [404, 'There is no such file'],
  no_stream: [404, 'There is no stream of this video'],
  output_too_large: [413, 'The result would be too large'],
  failed: [500, 'The file could not be delivered'],
  busy: [503, 'Busy at the moment'],
  notification_refused: [401, 'The notification is not signed'],
  import_no_tenant: [400, 'The import has no tenant'],
  import_no_file: [400, 'The import has no file'],
  import_running: [409, 'An import is already running'],
})

/** What the contact form of a site refuses. */
const CONTACT_PROBLEMS = catalogue({
  contact_automated: [422, 'The form was filled in by a program'],
  contact_characters: [422, 'A text has characters that none can have'],
  contact_name: [422, 'The name is missing'],
  contact_email: [422, 'The email is not valid'],
  contact_message: [422, 'The message is too short'],
  contact_long: [422, 'The message is too long'],
  contact_limited: [429, 'Too many messages'],
  contact_send: [500, 'The message could not be stored'],
  password_wrong: [401, 'The password is incorrect'],
  password_limited: [429, 'Too many attempts'],
})

export const PROBLEMS = Object.freeze({
  ...HTTP_PROBLEMS,
  ...CONTENT_PROBLEMS,
  ...PEOPLE_PROBLEMS,
  ...FILE_PROBLEMS,
  ...CONTACT_PROBLEMS,
})

export type ProblemCode = keyof typeof PROBLEMS

export const isProblemCode = (code: unknown): code is ProblemCode =>
  typeof code === 'string' && Object.hasOwn(PROBLEMS, code)
