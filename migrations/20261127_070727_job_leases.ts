import { MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_payload_jobs_log_task_slug" ADD VALUE 'tendFiles' BEFORE 'removeFile';
  ALTER TYPE "public"."enum_payload_jobs_log_task_slug" ADD VALUE 'sweepFiles' BEFORE 'removeFile';
  ALTER TYPE "public"."enum_payload_jobs_log_task_slug" ADD VALUE 'checkDomains' BEFORE 'removeFile';
  ALTER TYPE "public"."enum_payload_jobs_task_slug" ADD VALUE 'tendFiles' BEFORE 'removeFile';
  ALTER TYPE "public"."enum_payload_jobs_task_slug" ADD VALUE 'sweepFiles' BEFORE 'removeFile';
  ALTER TYPE "public"."enum_payload_jobs_task_slug" ADD VALUE 'checkDomains' BEFORE 'removeFile';
  ALTER TABLE "payload_jobs" ADD COLUMN "leased_by" varchar;
  ALTER TABLE "payload_jobs" ADD COLUMN "lease_until" timestamp(3) with time zone;
  ALTER TABLE "payload_jobs" ADD COLUMN "interruptions" numeric DEFAULT 0;
  ALTER TABLE "payload_jobs" ADD COLUMN "key" varchar;
  CREATE UNIQUE INDEX "payload_jobs_key_idx" ON "payload_jobs" USING btree ("key");`)
}
