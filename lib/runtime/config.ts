import { resolve } from "node:path";
import { AppError } from "#lib/errors";
import { type LlmSettings, llmKey, llmSettings } from "#lib/llm/settings";

/** What the environment says. Secrets are here and nowhere else; nothing of this is logged. */
export type Config = {
  dataDir: string;
  databaseUrl: string | null;
  llm: LlmSettings;
  llmKey: string | null;
  /** Where approved pages are filed as Markdown; null where they stay in Countersign. */
  exportDir: string | null;
  migrationsFolder: string;
};

type Env = Record<string, string | undefined>;

/** Reads the environment. A value that can't be used is `invalid` and names its variable. */
export function readConfig(env: Env, root = process.cwd()): Config {
  return {
    dataDir: resolve(root, env.COUNTERSIGN_DATA_DIR || ".data"),
    databaseUrl: databaseUrl(env.DATABASE_URL),
    llm: llmSettings(env),
    llmKey: llmKey(env),
    exportDir: env.COUNTERSIGN_EXPORT_DIR ? resolve(root, env.COUNTERSIGN_EXPORT_DIR) : null,
    migrationsFolder: resolve(root, "drizzle/migrations"),
  };
}

function databaseUrl(text: string | undefined): string | null {
  if (!text) return null;
  if (URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)) return text;
  throw new AppError(
    "invalid",
    "DATABASE_URL is not the address of a PostgreSQL database. Write it like postgres://user:password@host:5432/name.",
  );
}
