CREATE TABLE "sender_domains" (
	"domain" text PRIMARY KEY NOT NULL,
	"records" jsonb NOT NULL,
	"checked_at" timestamp (3) with time zone NOT NULL
);
