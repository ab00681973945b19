ALTER TABLE "search_entries" DROP CONSTRAINT "search_entries_kind_known";--> statement-breakpoint
CREATE INDEX "search_entries_lead_idx" ON "search_entries" USING gin ("words") WHERE "search_entries"."kind" = 'lead';--> statement-breakpoint
ALTER TABLE "search_entries" ADD CONSTRAINT "search_entries_kind_known" CHECK ("search_entries"."kind" in ('person', 'lead', 'document', 'decision', 'action', 'promise', 'question', 'source'));--> statement-breakpoint
-- Without their telephone number and what was written about them: leads are found by who they are.
CREATE FUNCTION "enter_lead"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM search_entries WHERE id = OLD.id;
  ELSIF NEW.deleted_at IS NOT NULL THEN
    DELETE FROM search_entries WHERE id = NEW.id;
  ELSE
    PERFORM enter_found(NEW.id, 'lead', NEW.created_at, NEW.name, concat_ws(' ', NEW.company, NEW.title, NEW.email));
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "leads_are_found" AFTER INSERT OR DELETE OR UPDATE OF "name", "company", "title", "email", "deleted_at" ON "leads"
  FOR EACH ROW EXECUTE FUNCTION "enter_lead"();
