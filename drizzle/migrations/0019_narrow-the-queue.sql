ALTER TABLE "drafts" ADD COLUMN "brought_by" text;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_brought_by_users_id_fk" FOREIGN KEY ("brought_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "drafts_workflow_idx" ON "drafts" USING btree ("state","workflow","created_at","id");--> statement-breakpoint
CREATE INDEX "drafts_brought_idx" ON "drafts" USING btree ("state","brought_by","created_at","id");--> statement-breakpoint
CREATE INDEX "drafts_untraced_idx" ON "drafts" USING btree ("state","created_at","id") WHERE ("drafts"."counts" ->> 'untraced') <> '0';--> statement-breakpoint
UPDATE "drafts" SET "brought_by" = (SELECT "sources"."author_id" FROM "draft_sources" JOIN "sources" ON "sources"."id" = "draft_sources"."source_id" WHERE "draft_sources"."draft_id" = "drafts"."id" ORDER BY "draft_sources"."source_id" LIMIT 1);
