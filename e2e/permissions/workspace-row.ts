import type { Answer } from "#e2e/permissions/answers";
import type { CastKey, Stage } from "#e2e/support/cast";
import type { UserCtx } from "#lib/events/context";

/** Everybody who can sign in, by what they are to the company. Dana is a member who leads Engineering. */
export const RANKS = {
  admin: "ines",
  leader: "ada",
  lead: "dana",
  member: "bo",
  viewer: "hugo",
} as const satisfies Record<string, CastKey>;

export type Rank = keyof typeof RANKS;
export const EVERY_RANK = Object.keys(RANKS) as Rank[];

/**
 * A verb or a query on people, teams, sessions or the company. `prepare` makes what it is about, for whoever then acts,
 * and returns its id or token.
 */
export type WorkspaceRow = {
  prepare?: (stage: Stage, ctx: UserCtx) => Promise<string>;
  act: (ctx: UserCtx, id: string) => Promise<unknown>;
  answers: Record<Rank, Answer>;
};

/** A row in which some ranks are let through and all others get the same refusal. */
export function only(ranks: Rank[], others: Answer = "forbidden"): Record<Rank, Answer> {
  return answers((rank) => (ranks.includes(rank) ? "yes" : others));
}

/** A row in which everybody gets the same answer. */
export function all(answer: Answer): Record<Rank, Answer> {
  return answers(() => answer);
}

function answers(of: (rank: Rank) => Answer): Record<Rank, Answer> {
  return Object.fromEntries(EVERY_RANK.map((rank) => [rank, of(rank)])) as Record<Rank, Answer>;
}
