CREATE TABLE "baselines" (
	"workflow" text PRIMARY KEY NOT NULL,
	"minutes" integer NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "baselines_not_negative" CHECK ("baselines"."minutes" >= 0)
);
--> statement-breakpoint
CREATE TABLE "budgets" (
	"workflow" text PRIMARY KEY NOT NULL,
	"month_micros" bigint NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "budgets_not_negative" CHECK ("budgets"."month_micros" >= 0)
);
--> statement-breakpoint
ALTER TABLE "baselines" ADD CONSTRAINT "baselines_set_by_users_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budgets" ADD CONSTRAINT "budgets_set_by_users_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_ended_idx" ON "deliveries" USING btree ("ended_at") WHERE "deliveries"."ended_at" is not null;--> statement-breakpoint
CREATE INDEX "actions_created_idx" ON "actions" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "model_calls_started_idx" ON "model_calls" USING btree ("started_at");