import { resolve } from "node:path";
import { type MailSettings, mailSettings } from "#lib/channels/mail-settings";
import { AppError } from "#lib/errors";
import { type LlmSettings, llmKey, llmSettings } from "#lib/llm/settings";
import { keysIn } from "#lib/runtime/secrets";

/** What the environment says. Secrets are here and nowhere else; nothing of this is logged. */
export type Config = {
  dataDir: string;
  databaseUrl: string | null;
  llm: LlmSettings;
  llmKey: string | null;
  /** Keys that stored secrets are sealed with, as COUNTERSIGN_ENCRYPTION_KEY has them; null for those in a file. */
  encryptionKey: string | null;
  /** Where approved pages are filed as Markdown; null where they stay in Countersign. */
  exportDir: string | null;
  /** Whether people may name mail servers inside the company's own network. */
  privateMailHosts: boolean;
  /** The shared mailbox; null where there is none. */
  mail: MailSettings | null;
  /** The address people open, without a slash, where somebody said so: links in mails begin with it. */
  site: string | null;
  /** Where Slack's Web API and webhooks are; null for Slack's own addresses. */
  slackApi: string | null;
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
    encryptionKey: encryptionKey(env.COUNTERSIGN_ENCRYPTION_KEY?.trim()),
    exportDir: env.COUNTERSIGN_EXPORT_DIR ? resolve(root, env.COUNTERSIGN_EXPORT_DIR) : null,
    mail: mailSettings(env),
    privateMailHosts: isOn(env.COUNTERSIGN_PRIVATE_MAIL_HOSTS?.trim(), "COUNTERSIGN_PRIVATE_MAIL_HOSTS"),
    site: siteOf(env.COUNTERSIGN_URL),
    slackApi: slackApi(env.COUNTERSIGN_SLACK_API?.trim()),
    migrationsFolder: resolve(root, "drizzle/migrations"),
  };
}

// Looked at now, so that a wrong one stops the start and not a sign-in.
function encryptionKey(text: string | undefined): string | null {
  if (!text) return null;
  keysIn(text, "COUNTERSIGN_ENCRYPTION_KEY");
  return text;
}

function isOn(text: string | undefined, name: string): boolean {
  if (!text || text === "off") return false;
  if (text === "on") return true;
  throw new AppError("invalid", `${name} is either on or off.`);
}

// One that can't be used stops the start where browsers are answered.
function siteOf(text: string | undefined): string | null {
  const url = URL.parse(text?.trim() ?? "");
  return url && /^https?:$/.test(url.protocol) ? url.origin : null;
}

function slackApi(text: string | undefined): string | null {
  if (!text) return null;
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol) && !url.search) return url.href.replace(/\/+$/, "");
  throw new AppError(
    "invalid",
    "COUNTERSIGN_SLACK_API is the address of a Slack Web API, such as https://slack.com/api.",
  );
}

function databaseUrl(text: string | undefined): string | null {
  if (!text) return null;
  if (URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)) return text;
  throw new AppError(
    "invalid",
    "DATABASE_URL is not the address of a PostgreSQL database. Write it like postgres://user:password@host:5432/name.",
  );
}
