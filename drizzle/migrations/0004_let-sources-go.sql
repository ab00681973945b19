CREATE TABLE "retention" (
	"workflow" text PRIMARY KEY NOT NULL,
	"days" integer NOT NULL,
	"records" text NOT NULL,
	CONSTRAINT "retention_records_known" CHECK ("retention"."records" in ('keep', 'drop'))
);
--> statement-breakpoint
ALTER TABLE "drafts" DROP CONSTRAINT "drafts_state_known";--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "deleted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "deleted_by" text;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_deleted_by_users_id_fk" FOREIGN KEY ("deleted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sources_kept_idx" ON "sources" USING btree ("workflow","created_at") WHERE "sources"."deleted_at" is null;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_state_known" CHECK ("drafts"."state" in ('pending', 'approved', 'rejected', 'deleted'));