import { readSaid, type Said, settleSpeakers } from "#lib/parsers/captions";
import { type Cue, readCueBlocks } from "#lib/parsers/cues";

/** The cues of a WebVTT text (https://www.w3.org/TR/webvtt1/), as Teams, Zoom and others write it; empty where it has none. */
export function parseVtt(text: string): Cue[] {
  const blocks = readCueBlocks(text.split("\n"));
  return settleSpeakers(
    blocks.flatMap(({ ms, lines }) =>
      voices(lines.join("\n").replace(TORN_TAG, "")).map((said) => ({ ms, ...said })),
    ),
  );
}

/** A tag that a file which was cut off ends within. */
const TORN_TAG = /<\/?[a-z][^<>\n]{0,200}$/;
const VOICE = /<v(?:\.[^\s>]{0,80})?(?:[ \t]([^<>\n]{0,200}))?>/g;

/** Splits a payload at its `<v Name>` tags; what stands before the first has no known speaker. */
function voices(payload: string): Said[] {
  const said: Said[] = [];
  let speaker: string | null = null;
  let from = 0;
  for (const tag of payload.matchAll(VOICE)) {
    said.push(...readSaid(payload.slice(from, tag.index), speaker));
    speaker = tag[1] ?? null;
    from = tag.index + tag[0].length;
  }
  said.push(...readSaid(payload.slice(from), speaker));
  return said;
}
