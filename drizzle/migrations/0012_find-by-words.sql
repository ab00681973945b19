CREATE TABLE "search_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"words" "tsvector" NOT NULL,
	CONSTRAINT "search_entries_kind_known" CHECK ("search_entries"."kind" in ('person', 'document', 'decision', 'action', 'question', 'source'))
);
--> statement-breakpoint
CREATE TABLE "search_fills" (
	"kind" text PRIMARY KEY NOT NULL,
	"after" text NOT NULL,
	"done_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "api_tokens" DROP CONSTRAINT "api_tokens_scopes_known";--> statement-breakpoint
CREATE INDEX "search_entries_newest_idx" ON "search_entries" USING btree ("kind","at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "search_entries_person_idx" ON "search_entries" USING gin ("words") WHERE "search_entries"."kind" = 'person';--> statement-breakpoint
CREATE INDEX "search_entries_document_idx" ON "search_entries" USING gin ("words") WHERE "search_entries"."kind" = 'document';--> statement-breakpoint
CREATE INDEX "search_entries_decision_idx" ON "search_entries" USING gin ("words") WHERE "search_entries"."kind" = 'decision';--> statement-breakpoint
CREATE INDEX "search_entries_action_idx" ON "search_entries" USING gin ("words") WHERE "search_entries"."kind" = 'action';--> statement-breakpoint
CREATE INDEX "search_entries_question_idx" ON "search_entries" USING gin ("words") WHERE "search_entries"."kind" = 'question';--> statement-breakpoint
CREATE INDEX "search_entries_source_idx" ON "search_entries" USING gin ("words") WHERE "search_entries"."kind" = 'source';--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_scopes_known" CHECK ("api_tokens"."scopes" <@ array['sources:read', 'sources:write', 'drafts:read', 'records:read', 'records:write', 'deliveries:read', 'search:read']::text[]);--> statement-breakpoint
-- Without accents, in small letters, with signs as gaps: as lib/search/words.ts folds what is typed.
CREATE FUNCTION "search_fold"(words text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF octet_length(words) <> char_length(words) AND getdatabaseencoding() = 'UTF8' THEN
    words := regexp_replace(normalize(words, NFKD),
      '[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]', '', 'g');
    -- What is not seen, such as what turns the direction of words, parts them.
    words := regexp_replace(words, '[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]', ' ', 'g');
  END IF;
  RETURN translate(lower(words), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~–—…•·’‘“”«»', repeat(' ', 43));
END $$;--> statement-breakpoint
-- The first hundred thousand characters are enough to be found by, and keep what one text costs within bounds.
CREATE FUNCTION "search_words"(heavy text, light text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT setweight(to_tsvector('pg_catalog.simple', search_fold(left(coalesce(heavy, ''), 10000))), 'A')
    || setweight(to_tsvector('pg_catalog.simple', search_fold(left(coalesce(light, ''), 100000))), 'B')
$$;--> statement-breakpoint
CREATE FUNCTION "enter_found"(entry_id text, entry_kind text, entry_at timestamptz, heavy text, light text) RETURNS void LANGUAGE sql AS $$
  INSERT INTO search_entries (id, kind, at, words) VALUES (entry_id, entry_kind, entry_at, search_words(heavy, light))
    ON CONFLICT (id) DO UPDATE SET words = excluded.words
$$;--> statement-breakpoint
CREATE FUNCTION "enter_record"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  entry jsonb := to_jsonb(NEW);
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM search_entries WHERE id = OLD.id;
  ELSE
    PERFORM enter_found(NEW.id, TG_ARGV[0], NEW.created_at, entry ->> TG_ARGV[1], entry ->> TG_ARGV[2]);
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "enter_person"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM search_entries WHERE id = OLD.id;
  ELSE
    PERFORM enter_found(NEW.id, 'person', NEW.created_at, NEW.name,
      concat_ws(' ', array_to_string(NEW.aliases, ' '), array_to_string(NEW.handles, ' '), NEW.email));
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "enter_source"(wanted text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  entry record;
BEGIN
  SELECT s.created_at, s.title, v.text INTO entry FROM sources s
    JOIN source_versions v ON v.source_id = s.id AND v.version = s.current_version
    WHERE s.id = wanted AND s.deleted_at IS NULL;
  IF FOUND THEN
    PERFORM enter_found(wanted, 'source', entry.created_at, entry.title, entry.text);
  ELSE
    DELETE FROM search_entries WHERE id = wanted;
  END IF;
END $$;--> statement-breakpoint
CREATE FUNCTION "enter_own_source"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM enter_source(coalesce(NEW.id, OLD.id));
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "enter_source_of_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM enter_source(coalesce(NEW.source_id, OLD.source_id));
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "users_are_found" AFTER INSERT OR DELETE OR UPDATE OF "name", "aliases", "handles", "email" ON "users"
  FOR EACH ROW EXECUTE FUNCTION "enter_person"();--> statement-breakpoint
CREATE TRIGGER "documents_are_found" AFTER INSERT OR DELETE OR UPDATE OF "title", "markdown" ON "documents"
  FOR EACH ROW EXECUTE FUNCTION "enter_record"('document', 'title', 'markdown');--> statement-breakpoint
CREATE TRIGGER "decisions_are_found" AFTER INSERT OR DELETE OR UPDATE OF "text" ON "decisions"
  FOR EACH ROW EXECUTE FUNCTION "enter_record"('decision', 'text', '');--> statement-breakpoint
CREATE TRIGGER "actions_are_found" AFTER INSERT OR DELETE OR UPDATE OF "text" ON "actions"
  FOR EACH ROW EXECUTE FUNCTION "enter_record"('action', 'text', '');--> statement-breakpoint
CREATE TRIGGER "questions_are_found" AFTER INSERT OR DELETE OR UPDATE OF "text", "answer" ON "questions"
  FOR EACH ROW EXECUTE FUNCTION "enter_record"('question', 'text', 'answer');--> statement-breakpoint
CREATE TRIGGER "sources_are_found" AFTER INSERT OR DELETE OR UPDATE OF "title", "current_version", "deleted_at" ON "sources"
  FOR EACH ROW EXECUTE FUNCTION "enter_own_source"();--> statement-breakpoint
CREATE TRIGGER "source_versions_are_found" AFTER INSERT OR DELETE OR UPDATE OF "text" ON "source_versions"
  FOR EACH ROW EXECUTE FUNCTION "enter_source_of_version"();
