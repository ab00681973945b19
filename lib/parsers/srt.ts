import { readSaid, settleSpeakers } from "#lib/parsers/captions";
import { type Cue, readCueBlocks } from "#lib/parsers/cues";

/** The cues of a SubRip text; empty where it has none. */
export function parseSrt(text: string): Cue[] {
  const blocks = readCueBlocks(text.split("\n"));
  return settleSpeakers(
    blocks.flatMap(({ ms, lines }) => {
      const payload = lines.join("\n").replace(/\{\\[^{}\n]{0,80}\}/g, "");
      return readSaid(payload, null).map((said) => ({ ms, ...said }));
    }),
  );
}
