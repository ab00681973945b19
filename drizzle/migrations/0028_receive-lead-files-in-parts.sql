CREATE TABLE "lead_import_parts" (
	"import_id" text NOT NULL,
	"number" integer NOT NULL,
	"bytes" text NOT NULL,
	CONSTRAINT "lead_import_parts_import_id_number_pk" PRIMARY KEY("import_id","number")
);
--> statement-breakpoint
ALTER TABLE "lead_imports" ADD COLUMN "size" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "lead_imports" ADD COLUMN "parts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "lead_imports" ADD COLUMN "uploaded_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "lead_imports" ADD COLUMN "attempt" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "lead_import_parts" ADD CONSTRAINT "lead_import_parts_import_id_lead_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."lead_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "leads_import_idx" ON "leads" USING btree ("import_id","last_activity_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "leads"."import_id" is not null;