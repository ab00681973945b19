import { mkdir, open, rename } from "node:fs/promises";
import { join } from "node:path";
import type { Answer, Channel, Parcel } from "#lib/channels/channel";

const SAFE_NAME = /^[a-z0-9][a-z0-9-]{0,120}\.md$/;

/** Files approved pages as Markdown in a folder. Writing twice leaves one file, whole at every moment. */
export function exportFolder(folder: string): Channel {
  return { send: (parcel) => write(folder, parcel) };
}

async function write(folder: string, { recipient, markdown }: Parcel): Promise<Answer> {
  // The name was made by code from a title; checked again here, where it meets the file system.
  if (!SAFE_NAME.test(recipient))
    return { ended: "failed", reason: "The file name is not safe.", retry: false };
  try {
    await mkdir(folder, { recursive: true });
    const half = join(folder, `.${recipient}.half`);
    const file = await open(half, "w", 0o640);
    await file
      .writeFile(markdown, "utf8")
      .then(() => file.sync())
      .finally(() => file.close());
    await rename(half, join(folder, recipient));
    return { ended: "sent" };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown";
    return { ended: "failed", reason: `The folder can't be written (${code}).`, retry: true };
  }
}
