import type { Attention } from "#lib/attention/view";
import { capital, inWords } from "#lib/format/in-words";

const DAY_MS = 86_400_000;

/** "Nine things need attention. Two stop other people’s work; the oldest decision has waited six days." For at least one thing. */
export function attentionHeadline({ groups, count, oldestQuestionMs }: Attention): string {
  const first =
    count === 1 ? "One thing needs attention." : `${capital(inWords(count))} things need attention.`;
  const stopping = groups.find(({ kind }) => kind === "blockers")?.count ?? 0;
  const stops =
    stopping > 0 && `${inWords(stopping)} ${stopping === 1 ? "stops" : "stop"} other people’s work`;
  const waited = oldestQuestionMs !== null && `the oldest decision has waited ${inDays(oldestQuestionMs)}`;
  const rest = [stops, waited].filter(Boolean).join("; ");
  return rest ? `${first} ${capital(rest)}.` : first;
}

function inDays(ms: number): string {
  const days = Math.floor(ms / DAY_MS);
  if (days === 0) return "less than a day";
  return days === 1 ? "one day" : `${inWords(days)} days`;
}
