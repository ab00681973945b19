CREATE TABLE "cadences" (
	"lead_id" text PRIMARY KEY NOT NULL,
	"days" integer[] NOT NULL,
	"started_on" date NOT NULL,
	"step" integer DEFAULT 0 NOT NULL,
	"state" text NOT NULL,
	"stop" text,
	"started_by" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "cadences_state_known" CHECK ("cadences"."state" in ('going', 'paused', 'stopped', 'done')),
	CONSTRAINT "cadences_stop_known" CHECK ("cadences"."stop" in ('replied', 'bounced', 'unsubscribed', 'closed', 'person'))
);
--> statement-breakpoint
CREATE TABLE "draft_days" (
	"user_id" text NOT NULL,
	"day" date NOT NULL,
	"drafted" integer NOT NULL,
	CONSTRAINT "draft_days_user_id_day_pk" PRIMARY KEY("user_id","day")
);
--> statement-breakpoint
CREATE TABLE "follow_up_dues" (
	"id" text PRIMARY KEY NOT NULL,
	"lead_id" text NOT NULL,
	"why" text NOT NULL,
	"promise_id" text,
	"due_on" date NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"run_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "follow_up_dues_why_known" CHECK ("follow_up_dues"."why" in ('cadence', 'quiet', 'promise')),
	CONSTRAINT "follow_up_dues_state_known" CHECK ("follow_up_dues"."state" in ('waiting', 'drafted', 'dropped'))
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" text PRIMARY KEY NOT NULL,
	"address" text NOT NULL,
	"basis" text NOT NULL,
	"obtained_on" date NOT NULL,
	"evidence" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_by" text,
	CONSTRAINT "consents_basis_known" CHECK ("consents"."basis" in ('express', 'purchase', 'inquiry', 'published'))
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"id" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"note" text,
	"added_by" text,
	"added_at" timestamp (3) with time zone NOT NULL,
	"lifted_at" timestamp (3) with time zone,
	"lifted_by" text,
	"consent_id" text,
	CONSTRAINT "suppressions_kind_known" CHECK ("suppressions"."kind" in ('address', 'domain')),
	CONSTRAINT "suppressions_reason_known" CHECK ("suppressions"."reason" in ('unsubscribed', 'bounced', 'opted_out', 'asked', 'imported'))
);
--> statement-breakpoint
CREATE TABLE "unsubscribe_links" (
	"token" text PRIMARY KEY NOT NULL,
	"address" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"delivery_id" text PRIMARY KEY NOT NULL,
	"lead_id" text NOT NULL,
	"approved_by" text NOT NULL,
	"approved_at" timestamp (3) with time zone NOT NULL,
	"mailbox" text NOT NULL,
	"letter" jsonb NOT NULL,
	"message_id" text NOT NULL,
	"consent" jsonb NOT NULL,
	"raw" text,
	"sent_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "lead_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"lead_id" text NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"words" text NOT NULL,
	"source_id" text,
	"delivery_id" text,
	"promise_id" text,
	"by" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "lead_entries_kind_known" CHECK ("lead_entries"."kind" in ('note', 'call', 'thread', 'mail_in', 'mail_out', 'kept_out', 'auto_reply', 'bounce', 'unsubscribed', 'promise', 'stage', 'imported'))
);
--> statement-breakpoint
CREATE TABLE "lead_import_rows" (
	"import_id" text NOT NULL,
	"line" integer NOT NULL,
	"cells" text[] NOT NULL,
	"fields" jsonb,
	"problem" text,
	CONSTRAINT "lead_import_rows_import_id_line_pk" PRIMARY KEY("import_id","line")
);
--> statement-breakpoint
CREATE TABLE "lead_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"state" text NOT NULL,
	"encoding" text NOT NULL,
	"delimiter" text NOT NULL,
	"columns" text[] NOT NULL,
	"mapping" jsonb NOT NULL,
	"rows" integer DEFAULT 0 NOT NULL,
	"looked" integer DEFAULT 0 NOT NULL,
	"counts" jsonb,
	"reason" text,
	"owner_id" text,
	"lease_until" timestamp (3) with time zone,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "lead_imports_state_known" CHECK ("lead_imports"."state" in ('reading', 'mapping', 'importing', 'done', 'failed', 'discarded'))
);
--> statement-breakpoint
CREATE TABLE "leads" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"first_name" text,
	"email" text,
	"address" text,
	"company" text,
	"title" text,
	"phone" text,
	"country" text,
	"owner_id" text,
	"stage" text NOT NULL,
	"origin" text,
	"external_id" text,
	"amount_cents" bigint,
	"currency" text,
	"next_step" text,
	"next_step_on" date,
	"description" text,
	"last_sent_at" timestamp (3) with time zone,
	"last_reply_at" timestamp (3) with time zone,
	"last_activity_at" timestamp (3) with time zone NOT NULL,
	"facts_source_id" text,
	"import_id" text,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "leads_stage_known" CHECK ("leads"."stage" in ('new', 'contacted', 'connected', 'qualified', 'proposal', 'won', 'lost'))
);
--> statement-breakpoint
CREATE TABLE "mail_readings" (
	"mailbox" text PRIMARY KEY NOT NULL,
	"uid_validity" text,
	"last_uid" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"read_at" timestamp (3) with time zone,
	"trouble" text
);
--> statement-breakpoint
CREATE TABLE "mailboxes" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"smtp" jsonb NOT NULL,
	"imap" jsonb,
	"user_name" text NOT NULL,
	"auth" text NOT NULL,
	"secret" text NOT NULL,
	"trouble" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "mailboxes_auth_known" CHECK ("mailboxes"."auth" in ('password', 'oauth2'))
);
--> statement-breakpoint
CREATE TABLE "outreach" (
	"id" integer PRIMARY KEY NOT NULL,
	"business_name" text DEFAULT '' NOT NULL,
	"mailing_address" text DEFAULT '' NOT NULL,
	"contact" text DEFAULT '' NOT NULL,
	"cadence_days" integer[] DEFAULT '{0,3,7,14,21}'::int[] NOT NULL,
	"quiet_days" integer DEFAULT 14 NOT NULL,
	"daily_cap" integer DEFAULT 40 NOT NULL,
	"hourly_limit" integer DEFAULT 60 NOT NULL,
	"undo_seconds" integer DEFAULT 30 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "received_mails" (
	"id" text PRIMARY KEY NOT NULL,
	"mailbox" text NOT NULL,
	"message_id" text NOT NULL,
	"kind" text NOT NULL,
	"lead_id" text,
	"delivery_id" text,
	"source_id" text,
	"permanent" boolean,
	"received_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "received_mails_kind_known" CHECK ("received_mails"."kind" in ('reply', 'auto_reply', 'bounce', 'unsubscribe', 'other'))
);
--> statement-breakpoint
CREATE TABLE "voices" (
	"user_id" text PRIMARY KEY NOT NULL,
	"signature" text DEFAULT '' NOT NULL,
	"tone" text DEFAULT '' NOT NULL,
	"days_off" date[] DEFAULT '{}'::date[] NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
DROP INDEX "filters_user_name_key";--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "lead_id" text;--> statement-breakpoint
ALTER TABLE "filters" ADD COLUMN "list" text DEFAULT 'reviews' NOT NULL;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "lead_id" text;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "occasion" jsonb;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "lead_id" text;--> statement-breakpoint
ALTER TABLE "cadences" ADD CONSTRAINT "cadences_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cadences" ADD CONSTRAINT "cadences_started_by_users_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_days" ADD CONSTRAINT "draft_days_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_dues" ADD CONSTRAINT "follow_up_dues_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_withdrawn_by_users_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suppressions" ADD CONSTRAINT "suppressions_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suppressions" ADD CONSTRAINT "suppressions_lifted_by_users_id_fk" FOREIGN KEY ("lifted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suppressions" ADD CONSTRAINT "suppressions_consent_id_consents_id_fk" FOREIGN KEY ("consent_id") REFERENCES "public"."consents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_approved_by_users_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_entries" ADD CONSTRAINT "lead_entries_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_entries" ADD CONSTRAINT "lead_entries_by_users_id_fk" FOREIGN KEY ("by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_import_rows" ADD CONSTRAINT "lead_import_rows_import_id_lead_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."lead_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_imports" ADD CONSTRAINT "lead_imports_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_imports" ADD CONSTRAINT "lead_imports_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailboxes" ADD CONSTRAINT "mailboxes_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voices" ADD CONSTRAINT "voices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "follow_up_dues_waiting_key" ON "follow_up_dues" USING btree ("lead_id","why",coalesce("promise_id", '')) WHERE "follow_up_dues"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "follow_up_dues_due_idx" ON "follow_up_dues" USING btree ("due_at","id") WHERE "follow_up_dues"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "consents_address_idx" ON "consents" USING btree ("address","recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "suppressions_value_key" ON "suppressions" USING btree ("value") WHERE "suppressions"."lifted_at" is null;--> statement-breakpoint
CREATE INDEX "suppressions_added_idx" ON "suppressions" USING btree ("added_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "unsubscribe_links_address_key" ON "unsubscribe_links" USING btree ("address");--> statement-breakpoint
CREATE INDEX "letters_message_idx" ON "letters" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "letters_lead_idx" ON "letters" USING btree ("lead_id","approved_at");--> statement-breakpoint
CREATE INDEX "letters_mailbox_idx" ON "letters" USING btree ("mailbox","sent_at") WHERE "letters"."sent_at" is not null;--> statement-breakpoint
CREATE INDEX "lead_entries_lead_idx" ON "lead_entries" USING btree ("lead_id","at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "lead_entries_source_idx" ON "lead_entries" USING btree ("source_id") WHERE "lead_entries"."source_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "lead_entries_promise_key" ON "lead_entries" USING btree ("promise_id") WHERE "lead_entries"."promise_id" is not null;--> statement-breakpoint
CREATE INDEX "lead_import_rows_refused_idx" ON "lead_import_rows" USING btree ("import_id","line") WHERE "lead_import_rows"."problem" is not null;--> statement-breakpoint
CREATE INDEX "lead_imports_created_idx" ON "lead_imports" USING btree ("created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "lead_imports_going_idx" ON "lead_imports" USING btree ("state") WHERE "lead_imports"."state" in ('reading', 'importing');--> statement-breakpoint
CREATE UNIQUE INDEX "leads_address_key" ON "leads" USING btree ("address") WHERE "leads"."address" is not null and "leads"."deleted_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "leads_external_key" ON "leads" USING btree ("external_id") WHERE "leads"."external_id" is not null and "leads"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "leads_activity_idx" ON "leads" USING btree ("last_activity_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "leads_stage_idx" ON "leads" USING btree ("stage","last_activity_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "leads_owner_idx" ON "leads" USING btree ("owner_id","last_activity_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "leads_owner_stage_idx" ON "leads" USING btree ("owner_id","stage","last_activity_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "leads_name_idx" ON "leads" USING btree (lower("name"));--> statement-breakpoint
CREATE INDEX "leads_company_idx" ON "leads" USING btree (lower("company"));--> statement-breakpoint
CREATE UNIQUE INDEX "mailboxes_owner_key" ON "mailboxes" USING btree ("owner_id") WHERE "mailboxes"."removed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "received_mails_message_key" ON "received_mails" USING btree ("message_id","mailbox");--> statement-breakpoint
CREATE INDEX "received_mails_lead_idx" ON "received_mails" USING btree ("lead_id","received_at");--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "drafts_lead_idx" ON "drafts" USING btree ("lead_id","created_at") WHERE "drafts"."lead_id" is not null;--> statement-breakpoint
CREATE INDEX "runs_lead_idx" ON "runs" USING btree ("lead_id","created_at") WHERE "runs"."lead_id" is not null;--> statement-breakpoint
CREATE INDEX "sources_lead_idx" ON "sources" USING btree ("lead_id","created_at") WHERE "sources"."lead_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "filters_user_name_key" ON "filters" USING btree ("user_id","list",lower("name"));--> statement-breakpoint
ALTER TABLE "filters" ADD CONSTRAINT "filters_list_known" CHECK ("filters"."list" in ('reviews', 'leads'));