import { MigrateUpArgs, sql } from '@payloadcms/db-postgres'
import { importSourcesUp } from './data/importSources.ts'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "case_studies" ADD COLUMN "origin_source" varchar;
  ALTER TABLE "_case_studies_v" ADD COLUMN "version_origin_source" varchar;
  ALTER TABLE "people" ADD COLUMN "origin_source" varchar;
  ALTER TABLE "_people_v" ADD COLUMN "version_origin_source" varchar;
  ALTER TABLE "organisations" ADD COLUMN "origin_source" varchar;
  ALTER TABLE "_organisations_v" ADD COLUMN "version_origin_source" varchar;
  ALTER TABLE "testimonials" ADD COLUMN "origin_source" varchar;
  ALTER TABLE "_testimonials_v" ADD COLUMN "version_origin_source" varchar;
  ALTER TABLE "media" ADD COLUMN "origin_source" varchar;
  ALTER TABLE "documents" ADD COLUMN "origin_source" varchar;
  ALTER TABLE "pages" ADD COLUMN "origin_source" varchar;
  ALTER TABLE "_pages_v" ADD COLUMN "version_origin_source" varchar;
  ALTER TABLE "redirects" ADD COLUMN "origin_source" varchar;
  CREATE UNIQUE INDEX "tenant_origin_source_origin_key_idx" ON "case_studies" USING btree ("tenant_id","origin_source","origin_key");
  CREATE INDEX "version_tenant_version_origin_source_version_origin_key_idx" ON "_case_studies_v" USING btree ("version_tenant_id","version_origin_source","version_origin_key");
  CREATE UNIQUE INDEX "tenant_origin_source_origin_key_1_idx" ON "pages" USING btree ("tenant_id","origin_source","origin_key");
  CREATE INDEX "version_tenant_version_origin_source_version_origin_ke_1_idx" ON "_pages_v" USING btree ("version_tenant_id","version_origin_source","version_origin_key");`)
  await db.execute(importSourcesUp)
}
