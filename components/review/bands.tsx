"use client";

import { Suspense } from "react";
import { type Frame, useFrame } from "#components/review/frame";
import { ConflictBand } from "#components/review/later-parts";
import type { Problem } from "#components/review/session";
import { Button } from "#components/ui/button";
import { LinkButton } from "#components/ui/link-button";
import { Reason } from "#components/ui/reason";
import type { DeskDraft } from "#lib/drafts/view";

const undone: Record<Problem["doing"], string> = {
  edit: "The change was not saved.",
  approve: "This draft was not approved.",
  reject: "This draft was not rejected.",
  snooze: "This draft was not snoozed.",
  "hand over": "This draft was not handed over.",
  reopen: "The decision was not taken back.",
  read: "This draft has changed.",
};

/** What went wrong with a decision or a change, over the draft that is open now. */
export function ProblemBands({
  draft,
  problem,
  settle,
}: {
  draft: DeskDraft;
  problem: Problem | null;
  settle: () => void;
}) {
  const frame = useFrame();
  const { trouble } = frame;
  if (trouble) {
    const here = trouble.draftId === draft.id;
    return (
      <ProblemBand
        key="trouble"
        problem={trouble.problem}
        title={here ? null : trouble.title}
        draftId={trouble.draftId}
        draft={draft}
        frame={frame}
        close={frame.settle}
      />
    );
  }
  if (!problem || problem.doing === "approve" || problem.doing === "reject") return null;
  return (
    <ProblemBand
      key="problem"
      problem={problem}
      title={null}
      draftId={draft.id}
      draft={draft}
      frame={frame}
      close={settle}
    />
  );
}

export type ProblemBandProps = {
  problem: Problem;
  /** The title of the draft it is about, where that is not the one that is open. */
  title: string | null;
  draftId: string;
  draft: DeskDraft;
  frame: Frame;
  close: () => void;
};

function ProblemBand(props: ProblemBandProps) {
  const { problem, title, draftId, close } = props;
  if (problem.conflict)
    return (
      <Suspense>
        <ConflictBand {...props} conflict={problem.conflict} />
      </Suspense>
    );
  const what = undone[problem.doing];
  return (
    <div role="alert">
      <Reason
        tone="warn"
        title={title ? what.replace("This draft", `“${title}”`) : what}
        actions={
          <>
            {title && (
              <LinkButton size="sm" href={`/reviews/${draftId}`}>
                Open it
              </LinkButton>
            )}
            <Button size="sm" tone="quiet" onClick={close}>
              Close
            </Button>
          </>
        }
      >
        {problem.message}
        {problem.requestId && (
          <>
            {" "}
            Request <code className="font-mono text-xs">{problem.requestId}</code>.
          </>
        )}
      </Reason>
    </div>
  );
}
