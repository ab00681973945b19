CREATE TABLE "event_origins" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"salt" text NOT NULL,
	"address" text,
	"device" text
);
--> statement-breakpoint
CREATE TABLE "seals" (
	"position" bigint PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "seals_seq_unique" UNIQUE("seq")
);
--> statement-breakpoint
CREATE TABLE "unsealed_events" (
	"seq" bigint PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "door" text;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "origin_hash" text;--> statement-breakpoint
ALTER TABLE "event_origins" ADD CONSTRAINT "event_origins_seq_events_seq_fk" FOREIGN KEY ("seq") REFERENCES "public"."events"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seals" ADD CONSTRAINT "seals_seq_events_seq_fk" FOREIGN KEY ("seq") REFERENCES "public"."events"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsealed_events" ADD CONSTRAINT "unsealed_events_seq_events_seq_fk" FOREIGN KEY ("seq") REFERENCES "public"."events"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_at_idx" ON "events" USING btree ("at","seq");--> statement-breakpoint
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The log is never changed: % of % is refused.', lower(TG_OP), TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END $$;--> statement-breakpoint
CREATE TRIGGER "events_never_change" BEFORE UPDATE OR DELETE OR TRUNCATE ON "events"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();--> statement-breakpoint
CREATE TRIGGER "seals_never_change" BEFORE UPDATE OR DELETE OR TRUNCATE ON "seals"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();--> statement-breakpoint
CREATE TRIGGER "event_origins_never_change" BEFORE UPDATE OR TRUNCATE ON "event_origins"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();--> statement-breakpoint
CREATE FUNCTION "await_seal"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "unsealed_events" ("seq") VALUES (NEW."seq");
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "events_await_seal" AFTER INSERT ON "events"
  FOR EACH ROW EXECUTE FUNCTION "await_seal"();--> statement-breakpoint
INSERT INTO "unsealed_events" ("seq") SELECT "seq" FROM "events";
