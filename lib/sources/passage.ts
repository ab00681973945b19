import { addressOf } from "#lib/format/address";

/**
 * Where words stand in a source's text of today, in UTF-16 units; null where none were asked for, "changed" where they
 * stand in it no longer.
 */
export type Passage = { start: number; end: number } | "changed" | null;

type Words = { sourceId: string; version: number; start: number; end: number };

/** The way to words in a source. */
export function passageHref({ sourceId, version, start, end }: Words): string {
  const query = { of: String(version), from: String(start), to: String(end) };
  return `${addressOf(`/sources/${sourceId}`, query)}#said`;
}
