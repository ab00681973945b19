"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useReadingGuard } from "#components/review/reading-guard";
import { useSelection } from "#components/review/selection";
import { useActiveTime } from "#components/review/use-active-time";
import { countOf } from "#components/review/words";
import { announce } from "#components/shell/live-region";
import { reach } from "#components/shell/reach";
import { type BatchAnswer, type BatchDraft, doubtfulOf, isOnlyHeld, whyNotInBatch } from "#lib/drafts/batch";
import { countWords, isUnread, type MeasuredReading, shareOf, unlooked } from "#lib/drafts/reading";
import type { ApproveBatch, HoldDraft, ReopenDraft } from "#lib/drafts/schema";
import type { DeskAnswer, OwnHold } from "#lib/drafts/view";
import type { Outcome } from "#lib/web/door";

export type BatchVerbs = {
  approve: (input: ApproveBatch) => Promise<Outcome<BatchAnswer[]>>;
  reopen: (input: ReopenDraft) => Promise<DeskAnswer>;
  takeOver: (input: HoldDraft) => Promise<Outcome<OwnHold>>;
};

/** What became of a draft here. */
export type Ending =
  | { state: "approved"; records: number; at: number }
  | { state: "refused" | "undone"; message: string };

/**
 * A batch being read. What is shown stays as it was when the page was opened, because that is what is approved: a newer
 * revision is told, and shown when it is asked for.
 */
export function useBatch(fresh: BatchDraft[], verbs: BatchVerbs) {
  const router = useRouter();
  const selection = useSelection();
  const guard = useReadingGuard();
  const activeMs = useActiveTime();
  const [drafts, setDrafts] = useState(fresh);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(fresh.filter(isTraced).map(idOf)));
  const [looked, setLooked] = useState<ReadonlySet<string>>(new Set());
  const [endings, setEndings] = useState<Readonly<Record<string, Ending>>>({});
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const openDoubts = (draft: BatchDraft) =>
    doubtfulOf(draft.statements).filter(({ id }) => !looked.has(placeOf(draft.id, id)));
  // Who reads it now is no part of what is approved, and changes without the draft being another.
  const asHeld = (draft: BatchDraft) => ({
    ...draft,
    heldBy: fresh.find(({ id }) => id === draft.id)?.heldBy ?? null,
  });
  const never = (draft: BatchDraft) => whyNotInBatch(asHeld(draft));
  const newerThan = (draft: BatchDraft) =>
    endings[draft.id]
      ? null
      : newsOf(
          draft,
          fresh.find(({ id }) => id === draft.id),
        );
  const mayChoose = (draft: BatchDraft) =>
    !endings[draft.id] && !newerThan(draft) && !never(draft) && openDoubts(draft).length === 0;
  const toApprove = drafts.filter((draft) => chosen.has(draft.id) && mayChoose(draft));

  function end(draftId: string, ending: Ending) {
    setEndings((all) => ({ ...all, [draftId]: ending }));
  }

  /** Each with its share of the time that was spent on this page. */
  function measured() {
    const words = toApprove.map(({ statements }) => countWords(statements));
    const all = words.reduce((sum, count) => sum + count, 0);
    const spent = activeMs();
    return toApprove.map((draft, at) => {
      const own = words[at] ?? 0;
      const shown = draft.statements.filter(({ id }) => looked.has(placeOf(draft.id, id))).map(idOf);
      const reading = { activeMs: shareOf(spent, own, all), shown };
      return { draft, reading, unread: isUnread(reading, draft.statements) };
    });
  }

  async function approve(knowing: boolean) {
    const read = measured();
    const unread = read.map((one) => one.unread);
    if (pending || read.length === 0 || (!knowing && guard.stops(unread, unlookedIn(read)))) return;
    guard.count(unread);
    setPending(true);
    setProblem(null);
    const outcome = await reach(
      () => verbs.approve(read.map(({ draft, reading }) => asSeen(draft, looked, reading))),
      "The connection broke before the answer came. Load the page again to see what was approved.",
    );
    setPending(false);
    if (!outcome.ok) return setProblem(outcome.message);
    for (const answer of outcome.value) end(answer.draftId, endingOf(answer));
    const approved = outcome.value.filter(({ ok }) => ok);
    selection.drop(approved.map(({ draftId }) => draftId));
    announce(spoken(approved.length, outcome.value.length - approved.length));
    router.refresh();
  }

  async function undo(draft: BatchDraft) {
    const answer = await reach(
      () => verbs.reopen({ draftId: draft.id }),
      "The connection broke. The decision stands.",
    );
    if (!answer.ok) return setProblem(`“${draft.title}” stays approved. ${answer.message}`);
    choose(draft.id, false);
    end(draft.id, { state: "undone", message: "Taken back: it waits in the queue again." });
    announce(`Taken back: ${draft.title}`);
    router.refresh();
  }

  async function takeOver(draft: BatchDraft) {
    const answer = await reach(
      () => verbs.takeOver({ draftId: draft.id }),
      "The connection broke. Try again.",
    );
    if (!answer.ok) return setProblem(answer.message);
    announce(`Taken over: ${draft.title}`);
    router.refresh();
  }

  function choose(draftId: string, yes: boolean) {
    setChosen((ids) => new Set(yes ? [...ids, draftId] : [...ids].filter((id) => id !== draftId)));
  }

  function look(draftId: string, statementId: string, yes: boolean) {
    const place = placeOf(draftId, statementId);
    setLooked((places) => new Set(yes ? [...places, place] : [...places].filter((one) => one !== place)));
  }

  /** Shows the newest revision, which nobody has chosen or looked at yet. */
  function takeNewest(draftId: string) {
    const newest = fresh.find(({ id }) => id === draftId);
    if (!newest) return;
    setDrafts((all) => all.map((draft) => (draft.id === draftId ? newest : draft)));
    setLooked((places) => new Set([...places].filter((place) => !place.startsWith(`${draftId} `))));
    choose(draftId, false);
  }

  return {
    drafts,
    toApprove,
    endings,
    pending,
    problem,
    guard,
    isChosen: (draft: BatchDraft) => chosen.has(draft.id) && mayChoose(draft),
    isLooked: (draftId: string, statementId: string) => looked.has(placeOf(draftId, statementId)),
    openDoubts,
    newerThan,
    never,
    isHeld: (draft: BatchDraft) => isOnlyHeld(asHeld(draft)),
    takeOver,
    choose,
    look,
    takeNewest,
    approve: () => void approve(false),
    approveKnowing: () => void approve(true),
    undo,
  };
}

export type Batch = ReturnType<typeof useBatch>;

/** Of those that are too quick. */
function unlookedIn(read: { draft: BatchDraft; reading: MeasuredReading; unread: boolean }[]) {
  const quick = read.filter(({ unread }) => unread);
  return unlooked(
    quick.map(({ draft }) => draft.statements),
    quick.map(({ reading }) => reading),
  );
}

/** Why what is shown is not what the draft is now. */
function newsOf(draft: BatchDraft, fresh: BatchDraft | undefined): string | null {
  if (!fresh) return "It was deleted, or is no longer shared with you.";
  if (fresh.state !== draft.state)
    return `It was ${fresh.state === "pending" ? "reopened" : fresh.state} meanwhile.`;
  if (fresh.revision !== draft.revision)
    return `It was edited meanwhile: shown is r${draft.revision}, the newest is r${fresh.revision}.`;
  return null;
}

function asSeen(draft: BatchDraft, looked: ReadonlySet<string>, reading: ApproveBatch[number]["reading"]) {
  const own = doubtfulOf(draft.statements).filter(({ id }) => looked.has(placeOf(draft.id, id)));
  return { draftId: draft.id, revision: draft.revision, looked: own.map(({ id }) => id), reading };
}

function endingOf(answer: BatchAnswer): Ending {
  if (answer.ok) return { state: "approved", records: answer.records, at: Date.now() };
  const { message, requestId } = answer;
  return { state: "refused", message: requestId ? `${message} Request ${requestId}.` : message };
}

/** "3 drafts approved, 1 not." */
function spoken(approved: number, refused: number): string {
  return `${countOf(approved, "draft")} approved${refused ? `, ${refused} not` : ""}.`;
}

/** Fully traced and nothing to look out for: it is chosen from the start. */
function isTraced(draft: BatchDraft): boolean {
  return whyNotInBatch(draft) === null && doubtfulOf(draft.statements).length === 0;
}

function idOf({ id }: { id: string }): string {
  return id;
}

function placeOf(draftId: string, statementId: string): string {
  return `${draftId} ${statementId}`;
}
