import { MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."_locales" ADD VALUE 'ja' BEFORE 'ar';
  ALTER TYPE "public"."enum__case_studies_v_published_locale" ADD VALUE 'ja' BEFORE 'ar';
  ALTER TYPE "public"."enum__people_v_published_locale" ADD VALUE 'ja' BEFORE 'ar';
  ALTER TYPE "public"."enum__organisations_v_published_locale" ADD VALUE 'ja' BEFORE 'ar';
  ALTER TYPE "public"."enum__testimonials_v_published_locale" ADD VALUE 'ja' BEFORE 'ar';
  ALTER TYPE "public"."enum__pages_v_published_locale" ADD VALUE 'ja' BEFORE 'ar';
  ALTER TYPE "public"."enum__site_settings_v_published_locale" ADD VALUE 'ja' BEFORE 'ar';
  ALTER TYPE "public"."enum__services_v_published_locale" ADD VALUE 'ja' BEFORE 'ar';
  ALTER TYPE "public"."enum__industries_v_published_locale" ADD VALUE 'ja' BEFORE 'ar';
  ALTER TYPE "public"."enum__technologies_v_published_locale" ADD VALUE 'ja' BEFORE 'ar';
  ALTER TYPE "public"."enum_tenants_languages" ADD VALUE 'ja' BEFORE 'ar';
  ALTER TYPE "public"."enum_tenants_default_locale" ADD VALUE 'ja' BEFORE 'ar';`)
}
