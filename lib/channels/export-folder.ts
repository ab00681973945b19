import type { Answer, Channel, Parcel } from "#lib/channels/channel";
import { writeWhole } from "#lib/channels/write-whole";

const SAFE_NAME = /^[a-z0-9][a-z0-9-]{0,120}\.md$/;

/** Files approved pages as Markdown in a folder. Writing twice leaves one file, whole at every moment. */
export function exportFolder(folder: string): Channel {
  return { send: (parcel) => write(folder, parcel) };
}

async function write(folder: string, { recipient, markdown }: Parcel): Promise<Answer> {
  // The name was made by code from a title; checked again here, where it meets the file system.
  if (!SAFE_NAME.test(recipient))
    return { ended: "failed", reason: "The file name is not safe.", retry: false };
  return writeWhole(folder, recipient, markdown);
}
