import type { LineForm } from "#lib/parsers/line-forms";
import type { SourceLine } from "#lib/parsers/turns";

/** What a text as a whole says about who speaks in it. */
export type Trust = {
  speaker: (form: LineForm) => boolean;
  /** Whether times at the start of lines say when, rather than being part of a sentence. */
  stamps: boolean;
  /** Nicknames of a chat log, folded, with their spelling there. */
  nicks: Map<string, string>;
  scribes: Set<string>;
};

type Count = { turns: number; bullets: number; timed: number; headers: number };

/**
 * Weighs the names before colons. One is a speaker's where it is listed as present, comes back, or stands in a text
 * that is mostly turns; names of areas and nicknames need more. `filled` counts the lines that are not empty.
 */
export function trustSpeakers(forms: (LineForm | null)[], filled: number, present: string[]): Trust {
  const counts = countNames(forms);
  const nicks = new Map(
    forms.flatMap((f) =>
      f?.kind === "irc" && f.speaker ? [[fold(f.speaker.name), f.speaker.name] as const] : [],
    ),
  );
  const known = new Set([...nicks.keys(), ...present.flatMap(namesOf)]);
  const share = (kinds: LineForm["kind"][]) =>
    forms.filter((f) => f && kinds.includes(f.kind)).length / Math.max(filled, 1);
  const people = [...counts].filter(([, c]) => c.turns > 0).length;
  const timed = forms.filter((f) => f?.kind === "timed" || f?.kind === "stamp").length;
  const headers = forms.filter((f) => f?.kind === "header" && f.time !== null).length;
  const whole = {
    dialog: people > 1 && share(["turn"]) >= 0.6,
    timed: share(["timed"]) >= 0.5,
    headed: headers > 1 || headers * 3 >= filled,
  };
  return {
    speaker: (form) => isSpeaker(form, counts.get(fold(form.speaker!.name)), known, whole),
    stamps: timed >= 3 || timed * 2 >= filled,
    nicks,
    scribes: new Set(),
  };
}

/**
 * Where the nick of a chat log is its scribe ("scribe: dana"), "bo: text" is what Bo said. Reads declarations of
 * scribes and gives lines to who said them; a name counts only where it is a nick of the same log.
 */
export function creditScribe(text: string, line: SourceLine, trust: Trust) {
  const said = text.slice(line.textStart, Math.min(line.end, line.textStart + 80));
  const scribe = /^scribe(?:nick)?:\s*(\S{1,40})/i.exec(said)?.[1];
  if (scribe) trust.scribes.add(fold(scribe));
  if (line.speaker && /^scribe\+\s*$/i.test(said)) trust.scribes.add(fold(line.speaker));
  const prefix = /^([^\s:]{1,40}):\s+(?=\S)/.exec(said);
  const nick = prefix && trust.nicks.get(fold(prefix[1]!));
  if (!nick || !line.speaker || !trust.scribes.has(fold(line.speaker))) return;
  line.speaker = nick;
  line.textStart += prefix[0].length;
}

function countNames(forms: (LineForm | null)[]): Map<string, Count> {
  const counts = new Map<string, Count>();
  for (const form of forms) {
    if (!form?.speaker) continue;
    const key = fold(form.speaker.name);
    const count = counts.get(key) ?? { turns: 0, bullets: 0, timed: 0, headers: 0 };
    if (form.kind === "bullet") count.bullets++;
    else if (form.kind === "timed") count.timed++;
    else if (form.kind === "header") count.headers++;
    else count.turns++;
    counts.set(key, count);
  }
  return counts;
}

function isSpeaker(
  form: LineForm,
  count: Count | undefined,
  known: Set<string>,
  whole: { dialog: boolean; timed: boolean; headed: boolean },
): boolean {
  const { name, kind } = form.speaker!;
  if (!count) return false;
  if (form.kind === "irc" || known.has(fold(name))) return true;
  const seen = count.turns + count.timed + count.headers;
  if (form.kind === "bullet") return kind === "name" && seen > 0 && count.turns + count.timed > 1;
  // A time after the name, "Dana (00:03): …", says by itself that this is a turn.
  if (form.kind === "timed") return whole.timed || count.timed > 1 || form.stampEnd === 0;
  if (form.kind === "header") return (form.time !== null && whole.headed) || count.headers > 1;
  if (kind === "name") return seen > 1 || whole.dialog;
  return whole.dialog && seen > 2;
}

function namesOf(person: string): string[] {
  const handle = /@([\w.-]+)/.exec(person)?.[1];
  const name = fold(person.replace(/\(.*?\)|@[\w.-]+/g, " ").trim());
  return [name, name.split(" ")[0]!, ...(handle ? [fold(handle)] : [])].filter(Boolean);
}

function fold(name: string): string {
  return name.replace(/^@/, "").toLowerCase();
}
