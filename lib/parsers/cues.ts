/** What one person, or nobody known, says from a moment on. */
export type Cue = { ms: number; speaker: string | null; text: string };

/** A timed block of a caption file as it stands there. `lines` are its payload. */
export type CueBlock = { ms: number; lines: string[] };

const TIMING =
  /^\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})\s*-->\s*(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}/;
const MAX_LINE = 600;
const LONG_TURN = 300;
const PAUSE_MS = 30_000;

type Turn = Cue & { lastMs: number };

/** Whether a line is the "from --> to" of a caption. */
export function isTiming(line: string): boolean {
  return line.length < 400 && TIMING.test(line);
}

/** The timed blocks of VTT or SRT lines, in the order of the file. What stands before the first is no cue, nor what a file that was cut off ends with. */
export function readCueBlocks(all: string[]): CueBlock[] {
  const lines = withoutTornCue(all);
  const blocks: CueBlock[] = [];
  let skipping = false;
  for (const [n, line] of lines.entries()) {
    const timing = line.length < 400 ? TIMING.exec(line) : null;
    const afterBlank = !lines[n - 1]?.trim();
    if (timing) {
      skipping = false;
      blocks.push({ ms: toMs(timing), lines: [] });
    } else if (afterBlank && /^(?:NOTE|STYLE|REGION)\b/.test(line)) {
      skipping = true;
    } else if (!line.trim()) {
      skipping = false;
    } else if (!skipping && !isCueId(line, lines[n + 1], afterBlank)) {
      blocks.at(-1)?.lines.push(line.trim());
    }
  }
  return blocks;
}

/** Where a file was cut off within the id or the times of its last cue, those are nobody's words. */
function withoutTornCue(lines: string[]): string[] {
  const end = lines.findLastIndex((line) => line.trim()) + 1;
  const start = lines.findLastIndex((line, n) => n < end && !line.trim()) + 1;
  const tail = lines.slice(start, end);
  if (start === 0 || tail.length > 2 || tail.some(isTiming)) return lines;
  const [first = "", second] = tail;
  return TORN.test(second ?? first) || (second === undefined && CUE_ID.test(first))
    ? lines.slice(0, start)
    : lines;
}

const TORN = /^\s*\d{1,3}:[\d:.,]*\s*(?:-{1,2}(?:>.*)?)?$/;
const CUE_ID = /^\s*(?:\d{1,6}|[0-9a-f-]{8,40}\/[\d-]*)\s*$/;

/** Lines "10:03 Dana: text" in the order of time; what one person says in a row becomes one line. */
export function writeTurns(cues: Cue[]): string {
  const turns: Turn[] = [];
  const unstopped = lackStops(cues);
  for (const cue of [...cues].sort((a, b) => a.ms - b.ms)) {
    for (const text of pieces(cue.text)) {
      const turn = turns.at(-1);
      if (turn && goesOn(turn, cue, text) && !(unstopped && beginsAnew(turn.text, text)))
        Object.assign(turn, { text: `${turn.text} ${text}`, lastMs: cue.ms });
      else turns.push({ ...cue, text, lastMs: cue.ms });
    }
  }
  return turns
    .map(({ ms, speaker, text }) => `${clock(ms)} ${speaker ? `${speaker}: ` : ""}${text}`)
    .join("\n");
}

/** The id a cue may have stands alone right before its timing: a number, or what follows an empty line. */
function isCueId(line: string, next: string | undefined, afterBlank: boolean): boolean {
  return next !== undefined && isTiming(next) && (afterBlank || /^\s*\d+\s*$/.test(line));
}

function toMs([, hours, minutes, seconds, fraction]: RegExpExecArray): number {
  const whole = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
  return whole * 1000 + Number((fraction ?? "0").padEnd(3, "0"));
}

function goesOn(turn: Turn, cue: Cue, text: string): boolean {
  if (turn.speaker !== cue.speaker || cue.ms - turn.lastMs > PAUSE_MS) return false;
  if (turn.text.length + 1 + text.length > MAX_LINE) return false;
  return turn.text.length < LONG_TURN || !STOP.test(turn.text);
}

const STOP = /[.?!…]["'”’)]?$/;

/** Whether captions end without stops though they begin with capitals: then only those tell sentences apart. */
function lackStops(cues: Cue[]): boolean {
  const stopped = cues.filter(({ text }) => STOP.test(text)).length;
  const capital = cues.filter(({ text }) => /^\p{Lu}/u.test(text)).length;
  return stopped * 5 < cues.length && capital * 5 >= cues.length * 2;
}

/** "I'll bring the cake" and "Did anyone book the room": two sentences; "with the" and "Dana" are one. */
function beginsAnew(before: string, text: string): boolean {
  return /^\p{Lu}/u.test(text) && !/[,;:–—-]$/.test(before) && !LEANS.test(before);
}

/** Words that no sentence ends with. */
const LEANS =
  /\b(?:the|an?|and|or|but|so|of|to|for|with|by|from|into|in|on|at|our|their|his|her|its|my|your|will|would|should|must|can|be|been|is|are|was|were|that|which|than|if|because|ask|tell|let|mr|mrs|ms|dr)$/i;

/** A text in pieces that fit on a line, cut after a sentence or, failing that, at a space. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let from = 0;
  while (text.length - from > MAX_LINE) {
    const room = text.slice(from, from + MAX_LINE);
    const stop = Math.max(room.lastIndexOf(". "), room.lastIndexOf("? "), room.lastIndexOf("! "));
    const cut = stop > LONG_TURN ? stop + 1 : room.lastIndexOf(" ") > 0 ? room.lastIndexOf(" ") : MAX_LINE;
    found.push(room.slice(0, cut).trim());
    from += cut;
  }
  found.push(text.slice(from).trim());
  return found.filter(Boolean);
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number) => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
