CREATE OR REPLACE FUNCTION "enter_record"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  entry jsonb := to_jsonb(NEW);
  light text := '';
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM search_entries WHERE id = OLD.id;
  ELSE
    -- After the kind and the column of most weight: any others, which hold a text or a list of texts.
    FOR n IN 2 .. TG_NARGS - 1 LOOP
      light := concat_ws(' ', light, CASE jsonb_typeof(entry -> TG_ARGV[n])
        WHEN 'array' THEN search_list(entry -> TG_ARGV[n]) ELSE entry ->> TG_ARGV[n] END);
    END LOOP;
    PERFORM enter_found(NEW.id, TG_ARGV[0], NEW.created_at, entry ->> TG_ARGV[1], light);
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "search_list"(texts jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT string_agg(one, ' ') FROM jsonb_array_elements_text(texts) AS one
$$;--> statement-breakpoint
CREATE OR REPLACE TRIGGER "decisions_are_found" AFTER INSERT OR DELETE OR UPDATE OF "text", "because", "instead" ON "decisions"
  FOR EACH ROW EXECUTE FUNCTION "enter_record"('decision', 'text', 'because', 'instead');
