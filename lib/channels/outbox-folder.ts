import type { Answer } from "#lib/channels/channel";
import { writeWhole } from "#lib/channels/write-whole";

const SAFE_NAME = /^[a-z0-9_]{1,80}$/;

/** A folder of complete mails (.eml) that any mail program opens. Nothing in it was sent. */
export type OutboxFolder = { folder: string; keep: (name: string, raw: Buffer) => Promise<Answer> };

/** Keeps mails as files. Keeping one again leaves the same file, whole at every moment. */
export function outboxFolder(folder: string): OutboxFolder {
  return {
    folder,
    keep: async (name, raw) => {
      if (!SAFE_NAME.test(name))
        return { ended: "failed", reason: "The file name is not safe.", retry: false };
      return writeWhole(folder, `${name}.eml`, raw);
    },
  };
}
