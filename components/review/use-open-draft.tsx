"use client";

import { useRouter } from "next/navigation";
import { useEffect, useMemo, useState } from "react";
import { blockedBy, decisionWords } from "#components/review/decision-words";
import type { Desk } from "#components/review/desk-context";
import type { Frame } from "#components/review/frame";
import { inOrder, numberStatements, stepStatement } from "#components/review/numbers";
import { asAllowed } from "#components/review/own-choices";
import { useReadingGuard } from "#components/review/reading-guard";
import type { Why } from "#components/review/reject-dialog";
import { useEditor } from "#components/review/use-editor";
import type { Held } from "#components/review/use-hold";
import { useJustArrived } from "#components/review/use-just-arrived";
import { useStatementInHand } from "#components/review/use-pointing";
import { useReading } from "#components/review/use-reading";
import { useRewriting } from "#components/review/use-rewriting";
import { rowId } from "#components/review/use-row";
import { useSession } from "#components/review/use-session";
import { useLostSince } from "#components/shell/connection";
import { announce } from "#components/shell/live-region";
import { isUnread, unlooked } from "#lib/drafts/reading";
import type { StatementToAdd } from "#lib/drafts/schema";
import type { DeskDraft } from "#lib/drafts/view";

/** An open draft: what its parts share, and what can be done with the whole. */
export function useOpenDraft(draft: DeskDraft, frame: Frame, held: Held) {
  const router = useRouter();
  const { verbs } = frame;
  const lostSince = useLostSince();
  const hand = useStatementInHand(draft.id);
  const justArrived = useJustArrived();
  const work = useSession(draft, verbs, held.fence);
  const [changes, setChanges] = useState(false);
  const [reshaping, setReshaping] = useState<string | null>(null);
  const [added, setAdded] = useState<StatementToAdd | null>(null);
  const { problem, revision, evidence } = work.session;
  const allowed = draft.state === "pending" && draft.mayReview.yes;
  const stands = inOrder(draft.sections, work.statements);
  const own = allowed ? asAllowed(stands, draft.earlier) : { statements: stands, changes: [] };
  const { statements } = own;
  const editor = useEditor({
    draftId: draft.id,
    revision,
    statements,
    allowed,
    problem,
    edit: work.edit,
    focusRow: (id) => focusRow(draft.id, id),
  });
  const about = () => ({ draftId: draft.id, fence: held.fence() });

  // What was refused goes by something newer than is shown.
  const outdated = problem?.conflict !== undefined || problem?.outdated === true;
  useEffect(() => {
    if (outdated) router.refresh();
  }, [outdated, router]);

  const desk: Desk = {
    draft,
    revision,
    statements,
    evidence,
    numbers: numberStatements(draft.sections, statements),
    current: hand.current,
    from: hand.from,
    allowed,
    notYours: new Set(own.changes.map(({ statementId }) => statementId)),
    change: (change) => void work.edit({ change }),
    editing: editor.editing,
    startEdit: editor.start,
    write: editor.write,
    reshape: setReshaping,
    save: () => void editor.save(),
    cancel: editor.cancel,
    changes,
  };
  const words = decisionWords(draft, statements);
  /** What still stands in the editor is an edit too. */
  const settled = async () => (editor.save("go on") ? work.settled() : null);
  const { watch, measure } = useReading(hand.current, draft.sources, evidence);
  const pointing = useMemo(() => ({ ...hand.pointing, watch }), [hand.pointing, watch]);
  const guard = useReadingGuard();

  function step(by: 1 | -1) {
    const id = stepStatement(statements, hand.current, by);
    if (!id) return;
    hand.pointing.choose(id, "draft");
    // Who presses on quickly is writing by the time the row is drawn.
    requestAnimationFrame(() => document.activeElement?.matches("textarea") || rowOf(draft.id, id)?.focus());
  }

  async function add(place: StatementToAdd) {
    const saved = await work.edit({ add: place });
    if (saved) setAdded(place);
    return saved;
  }

  // The row of an added statement is drawn with the answer; the button that asked for it is gone by then.
  useEffect(() => {
    const place =
      added === null
        ? undefined
        : evidence.findLast((one) => one.start >= added.start && one.end <= added.end);
    if (!place) return;
    setAdded(null);
    focusRow(draft.id, place.statementId);
  }, [draft.id, added, evidence]);

  // What this page wrote since it was read is a change, whatever was known then.
  const changed = allowed && (revision > draft.revision || draft.mayUndo);

  /** Takes the last change back, where there is one. */
  function undo() {
    void work.edit({ ask: verbs.undo }).then((done) => done && announce("The last change was taken back."));
  }

  function stand() {
    const { stale } = draft;
    if (stale)
      void work.edit({ ask: (seen) => verbs.keep({ ...seen, version: stale.version }) }).then(router.refresh);
  }

  const reshaped = allowed ? statements.find(({ id }) => id === reshaping) : undefined;

  function split(texts: [string, string]) {
    if (!reshaped) return;
    setReshaping(null);
    const statementId = reshaped.id;
    void work
      .edit({ ask: (seen) => verbs.split({ ...seen, statementId, texts }) })
      .then((done) => done && focusRow(draft.id, statementId));
  }

  /** The one that stands first keeps its place and its id. */
  function join(other: string, text: string) {
    if (!reshaped) return;
    setReshaping(null);
    const ids = statements.map(({ id }) => id);
    const one = reshaped.id;
    const [statementId, withId] = ids.indexOf(one) < ids.indexOf(other) ? [one, other] : [other, one];
    void work
      .edit({ ask: (seen) => verbs.join({ ...seen, statementId, withId, text }) })
      .then((done) => done && focusRow(draft.id, statementId));
  }

  function keep() {
    const statement = statements.find((one) => one.id === hand.current);
    if (!statement || !allowed) return;
    desk.change({ statementId: statement.id, kept: !statement.kept });
    announce(statement.kept ? "Declined." : "Kept.");
  }

  function approve(knowing = false) {
    if (justArrived()) return announce("This is the next draft. Press again to approve it.");
    // What still stands in the editor is part of what is approved, or stops it.
    if (!editor.save("go on")) return;
    const reading = measure();
    const unread = [isUnread(reading, statements)];
    if (!knowing && guard.stops(unread, unlooked([statements], [reading]))) return;
    const approved = frame.decide({
      draftId: draft.id,
      title: draft.title,
      past: "Approved",
      send: () => {
        // What is shown is what is approved, so it is written down first.
        if (own.changes.length > 0)
          void work.edit({ ask: (seen) => verbs.edit({ ...seen, changes: own.changes }) });
        return work.decide("approve", (seen) => verbs.approve({ ...about(), revision: seen, reading }));
      },
    });
    if (approved) guard.count(unread);
  }

  function reject(why: Why) {
    const reading = measure();
    frame.decide({
      draftId: draft.id,
      title: draft.title,
      past: "Rejected",
      send: () =>
        work.decide("reject", (seen) => verbs.reject({ ...about(), revision: seen, ...why, reading })),
    });
  }

  return {
    desk,
    frame,
    hand,
    pointing,
    problem,
    settle: work.settle,
    words,
    blocked: blockedBy(draft, lostSince !== null, held.other?.by, statements, frame),
    next: () => step(1),
    previous: () => step(-1),
    keep,
    edit: () => editor.start(hand.current ?? statements[0]?.id ?? ""),
    add,
    undo: changed ? undo : undefined,
    stand,
    reshaped,
    split,
    join,
    rewriting: useRewriting(draft, settled, verbs),
    toggleChanges: () => setChanges((shown) => !shown),
    approve: () => approve(),
    approveKnowing: () => approve(true),
    guard,
    reject,
  };
}

/** Focus follows to a row that may only be drawn now. */
function focusRow(draftId: string, statementId: string) {
  requestAnimationFrame(() => rowOf(draftId, statementId)?.focus());
}

function rowOf(draftId: string, statementId: string): HTMLElement | null {
  return document.getElementById(rowId(draftId, statementId));
}
