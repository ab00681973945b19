import { contentWords, plain } from "#lib/rules/wording";

/** Words that say how far something is, and not what it is. */
const PROGRESS = new Set(
  "finish finished finishing complete completed completing continue continued continuing done doing do did work worked working start started starting still keep go going get got progress wip today yesterday tomorrow ship shipped merge merged close closed release released deploy deployed deliver delivered wrap up yet not almost now also try will more rest".split(
    " ",
  ),
);
const STEMS = new Set([...PROGRESS].flatMap((word) => [...contentWords(word)]));

/** Whether two entries of updates are about the same thing: most content words of the shorter one stand in the other. */
export function sameMatter(one: string, other: string): boolean {
  const [a, b] = [matterOf(one), matterOf(other)];
  const least = Math.min(a.size, b.size);
  if (least === 0) return false;
  const both = [...a].filter((word) => b.has(word)).length;
  return least === 1 ? both === 1 && Math.max(a.size, b.size) <= 3 : both >= 2 && both / least >= 0.6;
}

function matterOf(text: string): Set<string> {
  const words = contentWords(
    plain(text.slice(0, 400)).replace(/https?:\/\/\S+/g, (url) => url.replace(/\W/g, "")),
  );
  return new Set([...words].filter((word) => word.length > 1 && !STEMS.has(word)));
}
