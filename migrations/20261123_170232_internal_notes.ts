import { MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "case_studies_notes" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "_case_studies_v_version_notes" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY NOT NULL,
  	"text" varchar,
  	"_uuid" varchar
  );
  
  ALTER TABLE "case_studies_notes" ADD CONSTRAINT "case_studies_notes_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."case_studies"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_case_studies_v_version_notes" ADD CONSTRAINT "_case_studies_v_version_notes_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_case_studies_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "case_studies_notes_order_idx" ON "case_studies_notes" USING btree ("_order");
  CREATE INDEX "case_studies_notes_parent_id_idx" ON "case_studies_notes" USING btree ("_parent_id");
  CREATE INDEX "_case_studies_v_version_notes_order_idx" ON "_case_studies_v_version_notes" USING btree ("_order");
  CREATE INDEX "_case_studies_v_version_notes_parent_id_idx" ON "_case_studies_v_version_notes" USING btree ("_parent_id");`)
}
