/** The places in a passage where a sentence ends: the offset after its stop and closing marks. */
export function findSentenceEnds(passage: string): number[] {
  const ends: number[] = [];
  for (const stop of passage.matchAll(STOP)) {
    const after = stop.index + stop[0].length;
    if (isEnd(passage, ends.at(-1) ?? 0, stop.index, stop[0], after)) ends.push(after);
  }
  return ends;
}

// Bounded, since unbounded runs of stops would be tried from each of their units.
const STOP = /[.!?…]{1,8}["'”’»)\]*_]{0,4}(?=\s)|[。！？]+/g;
const NEVER =
  /^(?:mr|mrs|ms|mx|dr|prof|st|vs|cf|e\.?g|i\.?e|fig|approx|ca|resp|incl|excl|est|min|max|attn)$/i;
const BEFORE_NUMBER =
  /^(?:no|nr|p|pp|sec|ch|art|vol|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)$/i;
const BEFORE_CAPITAL = /^(?:etc|inc|ltd|co|corp|llc|dept|a\.m|p\.m|jr|sr|al|u\.s|u\.k)$/i;

function isEnd(passage: string, from: number, at: number, stop: string, after: number): boolean {
  const next = /^\s+["'“‘«([*_]*(\S)/u.exec(passage.slice(after, after + 40))?.[1] ?? "";
  const nextIsSmall = /\p{Ll}/u.test(next);
  // "Who tells Acme? (@dana)" is one: the name in brackets belongs to what stands before it.
  if (/^\s+\([^().!?]{1,40}\)\s*$/.test(passage.slice(after, after + 60))) return false;
  if (/[?。！？]/.test(stop)) return true;
  if (/^(?:…|\.{2,}|!)/.test(stop)) return !nextIsSmall;
  const before = passage.slice(Math.max(from, at - 40), at);
  const word = /[^\s("'“‘[*_,]*$/.exec(before)![0];
  if (NEVER.test(word)) return false;
  if (BEFORE_NUMBER.test(word)) return !/\d/.test(next);
  if (BEFORE_CAPITAL.test(word)) return /\p{Lu}/u.test(next);
  if (/^\p{Lu}$/u.test(word)) return !isInitial(before.slice(0, -1), next);
  // "2. Bo calls Acme": the number of a list inside a paragraph.
  if (/^\d{1,2}$/.test(word)) return before.replace(/^[\s[(*_]+/, "") !== word || from + before.length < at;
  return true;
}

/** "J. Kim" goes on, "plan B. Then" does not. */
function isInitial(before: string, next: string): boolean {
  return (
    /\p{Lu}/u.test(next) &&
    !/(?:plan|option|phase|team|group|part|version|section|and|or|vitamin)\s+$/i.test(before)
  );
}
