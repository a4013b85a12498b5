import { MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_tenants_file_formats" AS ENUM('jpg', 'png', 'webp', 'avif', 'gif', 'mp4', 'mov', 'webm', 'pdf', 'zip', 'docx', 'pptx', 'xlsx', 'vtt', 'txt', 'csv');
  CREATE TYPE "public"."enum_media_references_state" AS ENUM('online', 'draft', 'earlier');
  CREATE TABLE "tenants_file_formats" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_tenants_file_formats",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "storage_accounts" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"tenant_id" uuid,
  	"cloud_name" varchar NOT NULL,
  	"api_key" varchar NOT NULL,
  	"api_base_url" varchar,
  	"sealed_secret" varchar,
  	"checked_at" timestamp(3) with time zone,
  	"created_by_id" uuid,
  	"updated_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  DROP INDEX "media_sizes_card_sizes_card_filename_idx";
  DROP INDEX "media_sizes_wide_sizes_wide_filename_idx";
  DROP INDEX "media_sizes_full_sizes_full_filename_idx";
  DROP INDEX "media_sizes_og_sizes_og_filename_idx";
  ALTER TABLE "invitations" ALTER COLUMN "status" DROP NOT NULL;
  ALTER TABLE "invitations" ALTER COLUMN "expires_at" DROP NOT NULL;
  ALTER TABLE "documents" ADD COLUMN "uses" numeric DEFAULT 0;
  ALTER TABLE "tenants" ADD COLUMN "quotas_image_mb" numeric;
  ALTER TABLE "tenants" ADD COLUMN "quotas_video_mb" numeric;
  ALTER TABLE "tenants" ADD COLUMN "quotas_document_mb" numeric;
  ALTER TABLE "tenants" ADD COLUMN "files_folder" varchar;
  ALTER TABLE "tenants" ADD COLUMN "files_tags" varchar;
  ALTER TABLE "media_references" ADD COLUMN "state" "enum_media_references_state" DEFAULT 'online' NOT NULL;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "storage_accounts_id" uuid;
  ALTER TABLE "tenants_file_formats" ADD CONSTRAINT "tenants_file_formats_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "storage_accounts" ADD CONSTRAINT "storage_accounts_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "storage_accounts" ADD CONSTRAINT "storage_accounts_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "storage_accounts" ADD CONSTRAINT "storage_accounts_updated_by_id_users_id_fk" FOREIGN KEY ("updated_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "tenants_file_formats_order_idx" ON "tenants_file_formats" USING btree ("order");
  CREATE INDEX "tenants_file_formats_parent_idx" ON "tenants_file_formats" USING btree ("parent_id");
  CREATE INDEX "storage_accounts_tenant_idx" ON "storage_accounts" USING btree ("tenant_id");
  CREATE INDEX "storage_accounts_created_by_idx" ON "storage_accounts" USING btree ("created_by_id");
  CREATE INDEX "storage_accounts_updated_by_idx" ON "storage_accounts" USING btree ("updated_by_id");
  CREATE INDEX "storage_accounts_updated_at_idx" ON "storage_accounts" USING btree ("updated_at");
  CREATE INDEX "storage_accounts_created_at_idx" ON "storage_accounts" USING btree ("created_at");
  CREATE UNIQUE INDEX "tenant_1_idx" ON "storage_accounts" USING btree ("tenant_id");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_storage_accounts_fk" FOREIGN KEY ("storage_accounts_id") REFERENCES "public"."storage_accounts"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "documents_uses_idx" ON "documents" USING btree ("uses");
  CREATE INDEX "payload_locked_documents_rels_storage_accounts_id_idx" ON "payload_locked_documents_rels" USING btree ("storage_accounts_id");
  ALTER TABLE "media" DROP COLUMN "sizes_card_url";
  ALTER TABLE "media" DROP COLUMN "sizes_card_width";
  ALTER TABLE "media" DROP COLUMN "sizes_card_height";
  ALTER TABLE "media" DROP COLUMN "sizes_card_mime_type";
  ALTER TABLE "media" DROP COLUMN "sizes_card_filesize";
  ALTER TABLE "media" DROP COLUMN "sizes_card_filename";
  ALTER TABLE "media" DROP COLUMN "sizes_wide_url";
  ALTER TABLE "media" DROP COLUMN "sizes_wide_width";
  ALTER TABLE "media" DROP COLUMN "sizes_wide_height";
  ALTER TABLE "media" DROP COLUMN "sizes_wide_mime_type";
  ALTER TABLE "media" DROP COLUMN "sizes_wide_filesize";
  ALTER TABLE "media" DROP COLUMN "sizes_wide_filename";
  ALTER TABLE "media" DROP COLUMN "sizes_full_url";
  ALTER TABLE "media" DROP COLUMN "sizes_full_width";
  ALTER TABLE "media" DROP COLUMN "sizes_full_height";
  ALTER TABLE "media" DROP COLUMN "sizes_full_mime_type";
  ALTER TABLE "media" DROP COLUMN "sizes_full_filesize";
  ALTER TABLE "media" DROP COLUMN "sizes_full_filename";
  ALTER TABLE "media" DROP COLUMN "sizes_og_url";
  ALTER TABLE "media" DROP COLUMN "sizes_og_width";
  ALTER TABLE "media" DROP COLUMN "sizes_og_height";
  ALTER TABLE "media" DROP COLUMN "sizes_og_mime_type";
  ALTER TABLE "media" DROP COLUMN "sizes_og_filesize";
  ALTER TABLE "media" DROP COLUMN "sizes_og_filename";
  CREATE TYPE "public"."enum_media_asset_resource_type" AS ENUM('image', 'video', 'raw');
  CREATE TYPE "public"."enum_media_asset_delivery_type" AS ENUM('upload', 'authenticated');
  CREATE TYPE "public"."enum_media_asset_status" AS ENUM('processing', 'ready', 'failed');
  CREATE TYPE "public"."enum_documents_asset_resource_type" AS ENUM('image', 'video', 'raw');
  CREATE TYPE "public"."enum_documents_asset_delivery_type" AS ENUM('upload', 'authenticated');
  CREATE TYPE "public"."enum_documents_asset_status" AS ENUM('processing', 'ready', 'failed');
  ALTER TYPE "public"."enum_payload_jobs_log_task_slug" ADD VALUE 'removeFile' BEFORE 'schedulePublish';
  ALTER TYPE "public"."enum_payload_jobs_log_task_slug" ADD VALUE 'deliverFile' BEFORE 'schedulePublish';
  ALTER TYPE "public"."enum_payload_jobs_log_task_slug" ADD VALUE 'processFile' BEFORE 'schedulePublish';
  ALTER TYPE "public"."enum_payload_jobs_task_slug" ADD VALUE 'removeFile' BEFORE 'schedulePublish';
  ALTER TYPE "public"."enum_payload_jobs_task_slug" ADD VALUE 'deliverFile' BEFORE 'schedulePublish';
  ALTER TYPE "public"."enum_payload_jobs_task_slug" ADD VALUE 'processFile' BEFORE 'schedulePublish';
  ALTER TABLE "media" ADD COLUMN "uses" numeric DEFAULT 0;
  ALTER TABLE "media" ADD COLUMN "asset_driver" varchar;
  ALTER TABLE "media" ADD COLUMN "asset_account" varchar;
  ALTER TABLE "media" ADD COLUMN "asset_public_id" varchar;
  ALTER TABLE "media" ADD COLUMN "asset_resource_type" "enum_media_asset_resource_type";
  ALTER TABLE "media" ADD COLUMN "asset_delivery_type" "enum_media_asset_delivery_type";
  ALTER TABLE "media" ADD COLUMN "asset_version" numeric;
  ALTER TABLE "media" ADD COLUMN "asset_format" varchar;
  ALTER TABLE "media" ADD COLUMN "asset_etag" varchar;
  ALTER TABLE "media" ADD COLUMN "asset_status" "enum_media_asset_status";
  ALTER TABLE "media" ADD COLUMN "asset_problem" varchar;
  ALTER TABLE "media" ADD COLUMN "asset_duration" numeric;
  ALTER TABLE "media" ADD COLUMN "asset_frame_rate" numeric;
  ALTER TABLE "media" ADD COLUMN "asset_has_audio" boolean;
  ALTER TABLE "media" ADD COLUMN "asset_has_stream" boolean;
  ALTER TABLE "media" ADD COLUMN "asset_has_poster" boolean;
  ALTER TABLE "media" ADD COLUMN "asset_is_animated" boolean;
  ALTER TABLE "media" ADD COLUMN "asset_has_alpha" boolean;
  ALTER TABLE "media" ADD COLUMN "asset_notified_at" numeric;
  ALTER TABLE "media" ADD COLUMN "crop_x" numeric;
  ALTER TABLE "media" ADD COLUMN "crop_y" numeric;
  ALTER TABLE "media" ADD COLUMN "crop_width" numeric;
  ALTER TABLE "media" ADD COLUMN "crop_height" numeric;
  ALTER TABLE "media" ADD COLUMN "poster_time" numeric;
  ALTER TABLE "documents" ADD COLUMN "asset_driver" varchar;
  ALTER TABLE "documents" ADD COLUMN "asset_account" varchar;
  ALTER TABLE "documents" ADD COLUMN "asset_public_id" varchar;
  ALTER TABLE "documents" ADD COLUMN "asset_resource_type" "enum_documents_asset_resource_type";
  ALTER TABLE "documents" ADD COLUMN "asset_delivery_type" "enum_documents_asset_delivery_type";
  ALTER TABLE "documents" ADD COLUMN "asset_version" numeric;
  ALTER TABLE "documents" ADD COLUMN "asset_format" varchar;
  ALTER TABLE "documents" ADD COLUMN "asset_etag" varchar;
  ALTER TABLE "documents" ADD COLUMN "asset_status" "enum_documents_asset_status";
  ALTER TABLE "documents" ADD COLUMN "asset_problem" varchar;
  ALTER TABLE "documents" ADD COLUMN "asset_duration" numeric;
  ALTER TABLE "documents" ADD COLUMN "asset_frame_rate" numeric;
  ALTER TABLE "documents" ADD COLUMN "asset_has_audio" boolean;
  ALTER TABLE "documents" ADD COLUMN "asset_has_stream" boolean;
  ALTER TABLE "documents" ADD COLUMN "asset_has_poster" boolean;
  ALTER TABLE "documents" ADD COLUMN "asset_is_animated" boolean;
  ALTER TABLE "documents" ADD COLUMN "asset_has_alpha" boolean;
  ALTER TABLE "documents" ADD COLUMN "asset_notified_at" numeric;
  CREATE INDEX "media_uses_idx" ON "media" USING btree ("uses");
  CREATE INDEX "media_asset_asset_public_id_idx" ON "media" USING btree ("asset_public_id");
  CREATE INDEX "media_asset_asset_etag_idx" ON "media" USING btree ("asset_etag");
  CREATE INDEX "media_asset_asset_status_idx" ON "media" USING btree ("asset_status");
  CREATE INDEX "documents_asset_asset_public_id_idx" ON "documents" USING btree ("asset_public_id");
  CREATE INDEX "documents_asset_asset_etag_idx" ON "documents" USING btree ("asset_etag");
  CREATE INDEX "documents_asset_asset_status_idx" ON "documents" USING btree ("asset_status");`)
}
