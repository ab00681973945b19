import { z } from "zod";
import { acceptBlocker } from "#lib/blockers/accept-blocker";
import type { BlockerRow } from "#lib/blockers/change-blocker";
import { confirmBlocker } from "#lib/blockers/confirm-blocker";
import { dismissBlocker } from "#lib/blockers/dismiss-blocker";
import { ownBlocker } from "#lib/blockers/own-blocker";
import { getBlocker, listBlockers } from "#lib/blockers/queries";
import { reopenBlocker } from "#lib/blockers/reopen-blocker";
import { resolveBlocker } from "#lib/blockers/resolve-blocker";
import {
  AcceptBlocker,
  BlockerFilter,
  ConfirmBlocker,
  DismissBlocker,
  OwnBlocker,
  ReopenBlocker,
  ResolveBlocker,
} from "#lib/blockers/schema";
import { PAGE_ROWS } from "#lib/db/page";
import { Id } from "#lib/inputs/schema";
import { pageOf } from "#lib/web/api/answers";
import { BlockerInFull, ChangedBlocker, ListedBlocker } from "#lib/web/api/blocker-answers";
import { changing, type Operation, reading, type Told } from "#lib/web/api/operation";

const read = { scope: "records:read", tag: "blockers" } as const;
const write = { scope: "records:write", tag: "blockers", answers: { 200: ChangedBlocker } } as const;

/** What is in people's way, and who unblocks it. */
export const BLOCKER_OPERATIONS: Operation[] = [
  reading({
    ...read,
    id: "listBlockers",
    path: "/blockers",
    summary: "Living blockers by urgency and age, ended ones from the last ended on",
    tool: `Finds blockers by words, team, whose they are, who unblocks them and state, ${PAGE_ROWS} at a time.`,
    input: BlockerFilter.omit({ mine: true, unowned: true }),
    answer: pageOf(ListedBlocker),
    read: listBlockers,
  }),
  reading({
    ...read,
    id: "readBlocker",
    path: "/blockers/{blockerId}",
    summary: "One blocker with what was said on each day",
    tool: "Reads one blocker with what was said of it on each day.",
    input: z.object({ blockerId: Id }),
    answer: BlockerInFull,
    read: (ctx, { blockerId }) => getBlocker(ctx, blockerId),
  }),
  changing({
    ...write,
    id: "confirmBlocker",
    path: "/blockers/{blockerId}/confirm",
    summary: "Says that a proposed blocker is one",
    input: ConfirmBlocker,
    change: confirmBlocker,
    tell: toldOf,
  }),
  changing({
    ...write,
    id: "ownBlocker",
    path: "/blockers/{blockerId}/own",
    summary: "Says who unblocks it, or that nobody does any more",
    input: OwnBlocker,
    change: ownBlocker,
    tell: toldOf,
  }),
  changing({
    ...write,
    id: "resolveBlocker",
    path: "/blockers/{blockerId}/resolve",
    summary: "Ends a blocker that is out of the way, with one line on how",
    input: ResolveBlocker,
    change: resolveBlocker,
    tell: toldOf,
  }),
  changing({
    ...write,
    id: "acceptBlocker",
    path: "/blockers/{blockerId}/accept",
    summary: "Decides to live with a blocker, with one line on why",
    input: AcceptBlocker,
    change: acceptBlocker,
    tell: toldOf,
  }),
  changing({
    ...write,
    id: "dismissBlocker",
    path: "/blockers/{blockerId}/dismiss",
    summary: "Says that what was taken for a blocker is none",
    input: DismissBlocker,
    change: dismissBlocker,
    tell: toldOf,
  }),
  changing({
    ...write,
    id: "reopenBlocker",
    path: "/blockers/{blockerId}/reopen",
    summary: "Opens a blocker again that had ended",
    input: ReopenBlocker,
    change: reopenBlocker,
    tell: toldOf,
  }),
];

function toldOf({ id: blockerId, version, state, ownerId }: BlockerRow): Told {
  return { status: 200, body: { blockerId, version, state, ownerId } };
}
