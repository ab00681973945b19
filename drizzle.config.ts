import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: "./drizzle/schema/schema.ts",
  out: "./drizzle/migrations",
});
