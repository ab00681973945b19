import type { Visibility } from "#drizzle/schema/sources";
import { SEES, VISIBILITIES, type Who } from "#e2e/permissions/people";
import { NOWHERE, type SharedMeeting } from "#e2e/permissions/shared-meeting";

/** Those of the matrix who can sign in where only the cast is. */
export const SIGNED_IN = ["author", "teammate", "leader", "admin", "viewer"] as const satisfies Who[];
export type SignedIn = (typeof SIGNED_IN)[number];

/** A status, and where it leads. */
export type Reply = { status: number; to?: string };

/** One try of the matrix: who asks for what, and what is answered. A visitor has no session. */
export type Cell = {
  who: SignedIn | "visitor";
  at: string;
  reply: Reply;
  /** The same with something that isn't there, and whether it must look the same. */
  absent?: { at: string; alike: boolean };
};

/** The cells of a route, given notes that are shared in every way. */
export type Row = (shared: Record<Visibility, SharedMeeting>) => Cell[];

export const OK: Reply = { status: 200 };
const NOTHING: Reply = { status: 404 };

/** The same answer to everybody who has a session, and one to visitors. */
export function answers(at: string, { visitor, people }: { visitor: Reply; people: Reply }): Row {
  return () => [
    { who: "visitor", at, reply: visitor },
    ...SIGNED_IN.map((who) => ({ who, at, reply: people })),
  ];
}

/** The same answer to everybody. */
export function everybody(at: string, reply: Reply = OK): Row {
  return answers(at, { visitor: reply, people: reply });
}

/** A page that everybody sees who is signed in. */
export function signedIn(at: string): Row {
  return answers(at, { visitor: toSignIn(at), people: OK });
}

/** A page that some people see; to all others nothing is there. */
export function some(at: string, may: SignedIn[]): Row {
  return () => [
    { who: "visitor", at, reply: toSignIn(at) },
    ...SIGNED_IN.map((who) => ({ who, at, reply: may.includes(who) ? OK : NOTHING })),
  ];
}

/** What some people get, and in words of their own all others and visitors do not. */
export function forSome(at: string, may: SignedIn[], refused: { visitor: Reply; others: Reply }): Row {
  return () => [
    { who: "visitor", at, reply: refused.visitor },
    ...SIGNED_IN.map((who) => ({ who, at, reply: may.includes(who) ? OK : refused.others })),
  ];
}

/** The page of one thing of the notes, for whoever sees them; else what is answered where nothing is there. */
export function pageOf(address: (shared: SharedMeeting) => string): Row {
  return ofOne(address, (sees) => (sees ? OK : NOTHING), []);
}

/** A list with one thing of the notes open beside it; `also` see that without seeing the notes. */
export function openBeside(address: (shared: SharedMeeting) => string, also: SignedIn[] = []): Row {
  return ofOne(address, () => OK, also);
}

/** What is answered about one thing of the notes to whoever sees them, and to others with no content. */
export function answerOf(address: (shared: SharedMeeting) => string): Row {
  return ofOne(
    address,
    (sees) => (sees ? OK : { status: 204 }),
    [],
    () => ({ status: 401 }),
  );
}

function ofOne(
  address: (shared: SharedMeeting) => string,
  reply: (sees: boolean) => Reply,
  also: Who[],
  visitor: (at: string) => Reply = toSignIn,
): Row {
  return (shared) =>
    VISIBILITIES.flatMap((visibility) => {
      const at = address(shared[visibility]);
      const people = SIGNED_IN.map((who) => {
        const sees = [...SEES[visibility], ...also].includes(who);
        return { who, at, reply: reply(sees), absent: { at: address(NOWHERE), alike: !sees } };
      });
      return [{ who: "visitor" as const, at, reply: visitor(at) }, ...people];
    });
}

/** To the sign-in page, and back after it. */
export function toSignIn(at: string): Reply {
  return { status: 307, to: at === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(at)}` };
}
