import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "#lib/errors";

const FILE = "auth-secret";
const SHORTEST = 32;

/**
 * The key that signs session cookies: AUTH_SECRET, or one that is made at the first start and kept in the
 * data directory, readable by its owner alone. Throws `invalid` for one that is too short to be safe.
 */
export function authSecret(dataDir: string, env: Record<string, string | undefined>): string {
  const given = env.AUTH_SECRET?.trim();
  if (given) return longEnough(given, "AUTH_SECRET");
  const file = join(dataDir, FILE);
  return longEnough(readIfThere(file) ?? create(file, dataDir), file);
}

function longEnough(secret: string, where: string): string {
  if (secret.length >= SHORTEST) return secret;
  throw new AppError(
    "invalid",
    `${where} holds fewer than ${SHORTEST} characters. Make one with: openssl rand -base64 48`,
  );
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
function create(file: string, dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, randomBytes(48).toString("base64url"), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, "utf8").trim();
}
