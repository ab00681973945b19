import { AppError } from "#lib/errors";
import type { FileFormat } from "#lib/parsers/formats";

/** What was read of a file: its text as a source would have it, and sentences that say what was left out. */
export type Reading = { text: string; format: FileFormat; leftOut: string[] };

/** A file that can't be taken: an `invalid` that names it, with the reason and what to do. */
export function refusedFile(name: string, reason: string): AppError {
  return new AppError("invalid", `${name} ${reason}`);
}

/** "2 pictures", "one picture". */
export function howMany(count: number, one: string, several: string): string {
  return count === 1 ? `one ${one}` : `${count.toLocaleString("en")} ${several}`;
}
