import type { Cue } from "#lib/parsers/cues";
import { readSpeaker } from "#lib/parsers/speaker-name";

/** A stretch of a caption: `speaker` as a tag names it, `prefix` where the text itself begins with "Name:". */
export type Said = { speaker: string | null; text: string; prefix: { name: string; rest: string } | null };

/** Reads a payload without voice tags. Lines that begin with a dash are different people's. */
export function readSaid(payload: string, speaker: string | null): Said[] {
  const text = decode(payload.replace(/<[/\w][^<>\n]{0,200}>/g, ""));
  const parts =
    /^\s*[-–] ?\S/.test(text) && /\n\s*[-–] ?\S/.test(text) ? text.split(/\n(?=\s*[-–] ?\S)/) : [text];
  return parts.flatMap((part) => {
    const said = collapse(parts.length > 1 ? part.replace(/^\s*[-–]\s*/, "") : part);
    return said
      ? [{ speaker: tidyName(speaker), text: said, prefix: speaker ? null : readPrefix(said) }]
      : [];
  });
}

/**
 * Decides whether "Name:" at the start of captions names speakers: where one comes back, or most captions have one.
 * Otherwise it is part of what was said.
 */
export function settleSpeakers(said: (Said & { ms: number })[]): Cue[] {
  const counts = new Map<string, number>();
  for (const { prefix } of said) if (prefix) counts.set(prefix.name, (counts.get(prefix.name) ?? 0) + 1);
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
  const usual = total * 2 >= said.filter((s) => !s.speaker).length;
  return said.map(({ ms, speaker, text, prefix }) =>
    prefix && (usual || counts.get(prefix.name)! > 1)
      ? { ms, speaker: prefix.name, text: prefix.rest }
      : { ms, speaker, text },
  );
}

function readPrefix(text: string): Said["prefix"] {
  const colon = text.slice(0, 80).search(/:\s/);
  const speaker = colon > 0 ? readSpeaker(text.slice(0, colon)) : null;
  const rest = text.slice(colon + 1).trim();
  return speaker && rest ? { name: speaker.name, rest } : null;
}

function tidyName(name: string | null): string | null {
  return collapse(decode(name ?? "").replace(/:/g, " ")).slice(0, 80) || null;
}

const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  nbsp: " ",
  quot: '"',
  apos: "'",
  lrm: "",
  rlm: "",
};

function decode(text: string): string {
  return text.replace(
    /&(?:#(\d{1,4})|([a-z]{2,4}));/g,
    (whole, code: string | undefined, name: string | undefined) =>
      code ? (Number(code) >= 32 ? String.fromCharCode(Number(code)) : "") : (ENTITIES[name ?? ""] ?? whole),
  );
}

function collapse(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
