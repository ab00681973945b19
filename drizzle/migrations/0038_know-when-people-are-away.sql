CREATE TABLE "absences" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "absences_in_order" CHECK ("absences"."from_on" <= "absences"."until_on")
);
--> statement-breakpoint
CREATE TABLE "holidays" (
	"id" text PRIMARY KEY NOT NULL,
	"day" date NOT NULL,
	"name" text NOT NULL,
	"time_zones" text[] DEFAULT '{}'::text[] NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "absences_user_idx" ON "absences" USING btree ("user_id","until_on");--> statement-breakpoint
CREATE UNIQUE INDEX "holidays_day_key" ON "holidays" USING btree ("day","name");--> statement-breakpoint
-- Days off that follow each other become one stretch. The column stays: processes of the version before still read it.
INSERT INTO "absences" ("id", "user_id", "from_on", "until_on", "created_at")
SELECT 'abs_' || md5("user_id" || min("day")), "user_id", min("day"), max("day"), now() FROM (
	SELECT "user_id", "day", "day" - (row_number() OVER (PARTITION BY "user_id" ORDER BY "day"))::int AS "stretch" FROM (
		SELECT DISTINCT "user_id", unnest("days_off") AS "day" FROM "voices"
	) AS "given"
) AS "numbered" GROUP BY "user_id", "stretch";
