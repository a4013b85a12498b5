// What the schema migration “identity” does with the rows that are there. Runs as the owner of the
// tables, after its columns were added.

/**
 * - An account is verified if it accepted an invitation that was mailed to its present email. Others
 *   are not, and sign in as before.
 * - Reset tokens are hashes from now on, so the open ones end.
 * - No person creates memberships any more, so no custom role lists it.
 */
export const identityUp = `
  update "users" u set "email_verified_at" = now()
   where exists (
     select from "invitations" i
       join "memberships" m on m."tenant_id" = i."tenant_id" and m."user_id" = u."id"
      where lower(i."email") = lower(u."email") and i."status" = 'accepted'
   );
  update "users" set "reset_password_token" = null, "reset_password_expiration" = null
   where "reset_password_token" is not null;
  update "roles" set "permissions" = "permissions" - 'memberships.create'
   where jsonb_typeof("permissions") = 'array' and "permissions" ? 'memberships.create';`
