import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { AppError } from "#lib/errors";

/**
 * Encrypts what Countersign must be able to read again: secrets of authenticators, mailboxes, connections. A sealed text
 * says which key it needs, so that keys can be replaced. It opens only at the `place` it was sealed for, such as
 * "second_factors.secret of usr_1": copied into another row it is worth nothing.
 */
export type Vault = {
  seal: (text: string, place: string) => string;
  /** `unavailable` where the key isn't here, or the text was changed or belongs to another place. */
  open: (sealed: string, place: string) => string;
  /** Whether it was sealed with the key that is used now. */
  isCurrent: (sealed: string) => boolean;
};

const VERSION = "v1";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A vault on keys of 32 bytes: the first one seals, all of them open. `readKeys` is called at the first use. */
export function openVault(readKeys: () => Buffer[]): Vault {
  let read: { id: string; key: Buffer }[] | undefined;
  const keys = () => {
    read ??= readKeys().map((key) => ({ id: keyId(key), key }));
    return read;
  };
  const first = () => {
    const [newest] = keys();
    if (!newest) throw new Error("The vault has no key.");
    return newest;
  };
  return {
    seal: (text, place) => {
      const { id, key } = first();
      return `${VERSION}.${id}.${encrypt(key, text, place)}`;
    },
    open: (sealed, place) => {
      const [version, id, body] = sealed.split(".");
      const known = keys().find((one) => one.id === id);
      if (version !== VERSION || !known || body === undefined) throw missingKey(id);
      return decrypt(known.key, body, place);
    },
    isCurrent: (sealed) => sealed.startsWith(`${VERSION}.${first().id}.`),
  };
}

/** What a sealed text calls a key: the beginning of its hash, from which the key can't be found. */
export function keyId(key: Buffer): string {
  return createHash("sha256").update("countersign key ").update(key).digest("hex").slice(0, 12);
}

// AES-256-GCM with a random nonce, as NIST SP 800-38D has it: good for 2^32 texts under one key.
function encrypt(key: Buffer, text: string, place: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url");
}

function decrypt(key: Buffer, body: string, place: string): string {
  const bytes = Buffer.from(body, "base64url");
  try {
    const iv = bytes.subarray(0, IV_BYTES);
    const decipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(place));
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const text = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
    return text.toString("utf8");
  } catch {
    throw new AppError(
      "unavailable",
      "A sealed secret was changed or moved since it was stored, so it can’t be read. Set it up anew.",
    );
  }
}

function missingKey(id: string | undefined): AppError {
  return new AppError(
    "unavailable",
    `A secret was sealed with the key ${id ?? "of another kind"}, which isn’t here. An admin puts it back: see COUNTERSIGN_ENCRYPTION_KEY.`,
  );
}
