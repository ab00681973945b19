import { mkdir, open, rename } from "node:fs/promises";
import { join } from "node:path";
import type { Answer } from "#lib/channels/channel";

/** Writes a file so that it is whole whenever somebody sees it under its name. The name must be safe. */
export async function writeWhole(folder: string, name: string, bytes: string | Buffer): Promise<Answer> {
  try {
    await mkdir(folder, { recursive: true });
    const half = join(folder, `.${name}.half`);
    const file = await open(half, "w", 0o640);
    await file
      .writeFile(bytes)
      .then(() => file.sync())
      .finally(() => file.close());
    await rename(half, join(folder, name));
    return { ended: "sent" };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown";
    return { ended: "failed", reason: `The folder can't be written (${code}).`, retry: true };
  }
}
