// How many invitations are mailed: counted where all processes look, and kept where no request may look. An
// invitation that is deleted still counts, and so does one whose mail was refused.
import { permissionNumber } from './permissions.ts'

/** Mails to one person in an hour, from all tenants together. */
export const MOST_TO_PERSON = 5
/** Mails of one tenant in a day. */
export const MOST_OF_TENANT = 50

const INVITES = ['invitations.create', 'invitations.updateAny'] as const
const mayInvite = INVITES.map(
  (permission) => `this_tenant = any (rls.tenants(${permissionNumber(permission)}))`,
).join(' or ')

export const invitationFunctions = `
create table if not exists rls.invitation_mails (
  recipient bytea not null,
  tenant uuid not null,
  sent_at timestamptz not null default clock_timestamp()
);
create index if not exists rls_invitation_mails_recipient on rls.invitation_mails (recipient, sent_at);
create index if not exists rls_invitation_mails_tenant on rls.invitation_mails (tenant, sent_at);
create index if not exists rls_invitation_mails_sent_at on rls.invitation_mails (sent_at);
revoke all on rls.invitation_mails from public;

-- Counts one mail, unless it is one too many: then it says of whom, and after how many seconds one is possible
-- again. Those who count at the same time wait for each other.
create or replace function rls.count_invitation_mail(email text, this_tenant uuid)
returns table (refused text, seconds int)
language plpgsql volatile security definer set search_path = pg_catalog as $rls$
declare
  person bytea := sha256(convert_to(lower(trim(email)), 'UTF8'));
  first_of_person timestamptz;
  first_of_tenant timestamptz;
begin
  if not coalesce(${mayInvite} or rls.has_cap('operator'), false) then
    raise exception 'not allowed to invite' using errcode = '42501';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('vitrine.invited.' || encode(person, 'hex'), 0));
  perform pg_advisory_xact_lock(hashtextextended('vitrine.inviting.' || this_tenant::text, 0));
  delete from rls.invitation_mails m where m.sent_at < clock_timestamp() - interval '1 day';
  select m.sent_at into first_of_person from rls.invitation_mails m
   where m.recipient = person and m.sent_at > clock_timestamp() - interval '1 hour'
   order by m.sent_at desc offset ${MOST_TO_PERSON - 1} limit 1;
  select m.sent_at into first_of_tenant from rls.invitation_mails m
   where m.tenant = this_tenant
   order by m.sent_at desc offset ${MOST_OF_TENANT - 1} limit 1;
  if first_of_person is not null then
    return query select 'person', ceil(extract(epoch from first_of_person + interval '1 hour' - clock_timestamp()))::int;
  elsif first_of_tenant is not null then
    return query select 'tenant', ceil(extract(epoch from first_of_tenant + interval '1 day' - clock_timestamp()))::int;
  else
    insert into rls.invitation_mails (recipient, tenant) values (person, this_tenant);
  end if;
end $rls$;`

export const INVITATION_FUNCTIONS = ['count_invitation_mail(text, uuid)'] as const
