ALTER TABLE "search_entries" DROP CONSTRAINT "search_entries_kind_known";--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "promiser_id" text;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_promiser_id_users_id_fk" FOREIGN KEY ("promiser_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "promises_due_idx" ON "promises" USING btree (coalesce("due_on", '9999-12-31'::date),"id");--> statement-breakpoint
CREATE INDEX "promises_promiser_idx" ON "promises" USING btree ("promiser_id",coalesce("due_on", '9999-12-31'::date),"id");--> statement-breakpoint
CREATE INDEX "promises_created_idx" ON "promises" USING btree ("created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "search_entries_promise_idx" ON "search_entries" USING gin ("words") WHERE "search_entries"."kind" = 'promise';--> statement-breakpoint
ALTER TABLE "search_entries" ADD CONSTRAINT "search_entries_kind_known" CHECK ("search_entries"."kind" in ('person', 'document', 'decision', 'action', 'promise', 'question', 'source'));--> statement-breakpoint
CREATE TRIGGER "promises_are_found" AFTER INSERT OR DELETE OR UPDATE OF "text", "promiser_name", "to_name" ON "promises"
  FOR EACH ROW EXECUTE FUNCTION "enter_record"('promise', 'text', 'promiser_name', 'to_name');
