import { isAppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import type { Passage } from "#lib/sources/passage";
import { getSource } from "#lib/sources/queries";
import type { PassageAddress } from "#lib/sources/schema";

type Read = { id: string; version: number; text: string };

/** Finds words that an address leads to in a source that was read, wherever a later version has them. */
export async function findPassage(ctx: UserCtx, source: Read, asked: PassageAddress): Promise<Passage> {
  if (!asked) return null;
  const { of, from: start, to: end } = asked;
  if (of === source.version) return end <= source.text.length ? { start, end } : "changed";
  const words = (await textOf(ctx, source.id, of)).slice(start, end);
  const at = words ? source.text.indexOf(words) : -1;
  return at < 0 ? "changed" : { start: at, end: at + words.length };
}

/** The text of an earlier version; "" where there is none. */
async function textOf(ctx: UserCtx, sourceId: string, version: number): Promise<string> {
  try {
    return (await getSource(ctx, sourceId, version)).text;
  } catch (error) {
    if (isAppError(error, "not_found")) return "";
    throw error;
  }
}
