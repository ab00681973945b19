import { counted } from "#lib/format/count";
import { type About, possessive, type Sentences } from "#lib/log/phrases";

/** What happens to what is in somebody's way. */
export const BLOCKER_SENTENCES = {
  "blocker.proposed": ({ it }) => `${it} was found in an update`,
  "blocker.said_again": ({ it }, { days }) => `${it} was said again, on ${counted(days, "day")} now`,
  "blocker.withdrawn": ({ it }) => `${it} was said no longer, and its proposal went`,
  "blocker.escalated": ({ it }, { days }) =>
    `${it} was said on ${counted(days, "day")}: it needs an owner or a decision`,
  "blocker.confirmed": ({ by, it }) => `${by} confirmed ${it}`,
  "blocker.owned": ({ by, it, person }, { from, to }) => ownedBy(by, it, { from, to }, person),
  "blocker.resolved": ({ by, it }) => `${by} resolved ${it}`,
  "blocker.accepted": ({ by, it }) => `${by} decided to live with ${it}`,
  "blocker.dismissed": ({ by, it }) => `${by} said that ${it} is none`,
  "blocker.reopened": ({ by, it }, { days }) =>
    days === undefined ? `${by} opened ${it} again` : `${it} was said again and is open again`,
  "blocker.reworded": ({ by, it }) => `${by} reworded ${it}`,
  "blocker.waits_for": ({ by, it, person }, { from, to }) =>
    to
      ? `${by} said that ${it} waits for ${person(to)}`
      : `${by} said that ${it} does not wait for ${from ? person(from) : "another team"}`,
  "blocker.unconfirmed": ({ by, it }) => `${by} took the approval back that had confirmed ${it}`,
  "blocker.put_aside": ({ it }) =>
    `${it} was put aside: nobody confirmed it, and it was not said again for a week`,
  "blocker.returned": ({ it }) => `${it} was said again, and waits to be confirmed`,
} satisfies Pick<Sentences, BlockerKind>;

type BlockerKind = Extract<keyof Sentences, `blocker.${string}`>;

function ownedBy(
  by: string,
  it: string,
  { from, to }: { from: string | null; to: string | null },
  person: About["person"],
): string {
  if (to && person(to) === by) return `${by} took ${it} on`;
  return `${by} gave ${it} to ${to ? person(to) : "nobody"}${from ? `, before it was ${possessive(person(from))}` : ""}`;
}
