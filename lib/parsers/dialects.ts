import { type Cue, writeTurns } from "#lib/parsers/cues";
import { readSpeaker } from "#lib/parsers/speaker-name";

/** A transcript in an order of its own, turned into lines "10:03 Dana: text"; null where a text is none of these. */
export function readDialect(text: string): { text: string; format: "json" | null } | null {
  const spoken = readFirefliesJson(text);
  if (spoken) return { text: writeTurns(spoken), format: "json" };
  const cues = readBlocks(text) ?? readTable(text);
  return cues && { text: writeTurns(cues), format: null };
}

/** Without what Google Meet and Otter add at the end, which nobody said. */
export function withoutFooter(text: string): string {
  const at = text.slice(-2000).search(FOOTER);
  if (at < 0) return text;
  return withoutFooter(`${text.slice(0, Math.max(text.length - 2000, 0) + at).trimEnd()}\n`);
}

const FOOTER =
  /^(?:Transcription ended after \d[\d:]*[^\n]*\n+\s*)?(?:This editable transcript was computer generated[^\n]*|Transcribed by https?:\/\/otter\.ai|Transcription ended after \d[\d:]*[^\n]*)\s*(?![\s\S])/m;

type Sentence = Record<string, unknown>;

/** Fireflies’ export: a list of sentences, or one under `sentences` or `transcript`. */
function readFirefliesJson(text: string): Cue[] | null {
  if (!/^\s*[[{]/.test(text.slice(0, 200))) return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  const list = Array.isArray(parsed) ? parsed : listIn(parsed);
  const cues = list.filter((one): one is Sentence => typeof one === "object" && one !== null).flatMap(cueOf);
  return cues.length > 0 && cues.length * 2 >= list.length ? cues : null;
}

function listIn(parsed: unknown): unknown[] {
  const { sentences, transcript } = (parsed ?? {}) as Sentence;
  return [sentences, transcript].find((one): one is unknown[] => Array.isArray(one)) ?? [];
}

function cueOf(one: Sentence): Cue[] {
  const said = first(one, ["sentence", "text", "raw_text"]);
  const at = one.startTime ?? one.start_time ?? one.time;
  if (!said.trim() || at === undefined) return [];
  const ms = typeof at === "number" ? at * 1000 : msOf(String(at));
  const speaker = speakerOf(first(one, ["speaker_name", "speakerName", "speaker"]));
  return Number.isFinite(ms) && ms >= 0 ? [{ ms, speaker, text: said.replace(/\s+/g, " ").trim() }] : [];
}

function first(one: Sentence, names: string[]): string {
  return names.map((name) => one[name]).find((value) => typeof value === "string") ?? "";
}

function speakerOf(name: string): string | null {
  const plain = name.replace(/[\s:]+/g, " ").trim();
  return plain && plain.length <= 80 && !/^(?:unknown|null)\b/i.test(plain) ? plain : null;
}

const TIME = /^\(?(\d{1,3}:\d{2}(?::\d{2})?)\)?$/;
const NAMED_TIME = /^(.{2,60}?)\s+[-–—]\s+(\d{1,3}:\d{2}(?::\d{2})?)$/;

/** Fireflies’ text: a name, its time in the line below or after a dash, then what was said. */
function readBlocks(text: string): Cue[] | null {
  const lines = text.split("\n");
  const cues: Cue[] = [];
  for (let n = 0; n < lines.length; n++) {
    const [line, below] = [lines[n]!.trim().slice(0, 90), lines[n + 1]?.trim().slice(0, 20) ?? ""];
    const alone = TIME.exec(below);
    const dashed = alone ? null : NAMED_TIME.exec(line);
    const name = readSpeaker(dashed?.[1] ?? line);
    if (name && name.kind !== "area" && (alone || dashed)) {
      cues.push({ ms: msOf(alone?.[1] ?? dashed![2]!), speaker: speakerOf(name.name), text: "" });
      if (alone) n++;
    } else if (cues.length > 0) cues.at(-1)!.text += ` ${lines[n]!.trim()}`;
    else if (lines[n]!.trim() && n > 5) return null;
  }
  const said = cues.map((cue) => ({ ...cue, text: cue.text.trim() })).filter((cue) => cue.text);
  return said.length > 1 && said.length * 2 > cues.length ? said : null;
}

/** Zoom’s tab-separated transcript, in which the name stands before its time. */
function readTable(text: string): Cue[] | null {
  const rows = text
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => line.split("\t").map((cell) => cell.trim()));
  const cues = rows.flatMap(([name = "", time = "", ...said]): Cue[] => {
    const at = TIME.exec(time)?.[1];
    const words = said.filter(Boolean).join(" ");
    return at && words && readSpeaker(name) ? [{ ms: msOf(at), speaker: speakerOf(name), text: words }] : [];
  });
  return cues.length > 1 && cues.length >= rows.length - 2 ? cues : null;
}

function msOf(clock: string): number {
  return clock.split(":").reduce((sum, part) => sum * 60 + Number(part), 0) * 1000;
}
