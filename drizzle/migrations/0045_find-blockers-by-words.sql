ALTER TABLE "search_entries" DROP CONSTRAINT "search_entries_kind_known";--> statement-breakpoint
CREATE INDEX "search_entries_blocker_idx" ON "search_entries" USING gin ("words") WHERE "search_entries"."kind" = 'blocker';--> statement-breakpoint
ALTER TABLE "search_entries" ADD CONSTRAINT "search_entries_kind_known" CHECK ("search_entries"."kind" in ('person', 'lead', 'document', 'decision', 'action', 'promise', 'question', 'blocker', 'source'));--> statement-breakpoint
CREATE TRIGGER "blockers_are_found" AFTER INSERT OR DELETE OR UPDATE OF "text", "person_name", "closing" ON "blockers"
  FOR EACH ROW EXECUTE FUNCTION "enter_record"('blocker', 'text', 'person_name', 'closing');
