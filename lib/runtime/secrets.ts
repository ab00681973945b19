import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "#lib/errors";

type Env = Record<string, string | undefined>;

const SHORTEST = 32;
const KEY_BYTES = 32;

/**
 * The key that signs session cookies: AUTH_SECRET, or one that is made at the first start and kept in the
 * data directory, readable by its owner alone. Throws `invalid` for one that is too short to be safe.
 */
export function authSecret(dataDir: string, env: Env): string {
  const given = env.AUTH_SECRET?.trim();
  if (given) return longEnough(given, "AUTH_SECRET");
  const file = join(dataDir, "auth-secret");
  return longEnough(readOrCreate(file, dataDir, randomBytes(48).toString("base64url")), file);
}

/**
 * The keys that stored secrets are sealed with, the newest first: COUNTERSIGN_ENCRYPTION_KEY, or a file in the data
 * directory that is made when it is first needed. Throws `invalid` for what is no key.
 */
export function encryptionKeys(dataDir: string, given: string | null): Buffer[] {
  if (given) return keysIn(given, "COUNTERSIGN_ENCRYPTION_KEY");
  const file = join(dataDir, "encryption-key");
  return keysIn(readOrCreate(file, dataDir, randomBytes(KEY_BYTES).toString("base64")), file);
}

/** Keys of 32 bytes as base64, apart by commas, spaces or lines. Throws `invalid` where one is none. */
export function keysIn(text: string, where: string): Buffer[] {
  const keys = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((word) => Buffer.from(word, "base64"));
  if (keys.length > 0 && keys.every((key) => key.length === KEY_BYTES)) return keys;
  throw new AppError(
    "invalid",
    `${where} holds something that is no key of ${KEY_BYTES} bytes. Make one with: openssl rand -base64 ${KEY_BYTES}`,
  );
}

function longEnough(secret: string, where: string): string {
  if (secret.length >= SHORTEST) return secret;
  throw new AppError(
    "invalid",
    `${where} holds fewer than ${SHORTEST} characters. Make one with: openssl rand -base64 48`,
  );
}

function readOrCreate(file: string, dataDir: string, secret: string): string {
  return readIfThere(file) ?? create(file, dataDir, secret);
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

// Linked into place: of two processes that start at once the second fails to link and reads the first one's,
// and a process that dies half-way leaves no short file behind.
function create(file: string, dataDir: string, secret: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, secret, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, "utf8").trim();
}
