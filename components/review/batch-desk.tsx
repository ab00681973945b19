"use client";

import { BatchCard } from "#components/review/batch-card";
import { GuardDialog } from "#components/review/reading-guard";
import { type BatchVerbs, useBatch } from "#components/review/use-batch";
import { countOf } from "#components/review/words";
import { TopBar } from "#components/shell/top-bar";
import { Button } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { FormError } from "#components/ui/form-error";
import { LinkButton } from "#components/ui/link-button";
import type { BatchDraft } from "#lib/drafts/batch";

type BatchDeskProps = {
  drafts: BatchDraft[];
  /** How many of those that were selected are gone, or not for this person. */
  missing: number;
  /** YYYY-MM-DD in the viewer's time zone. */
  today: string;
  verbs: BatchVerbs;
};

const REASON = "why-not-together";

/** Several drafts one below the other, every one in full, and one decision on those that were read and chosen. */
export function BatchDesk({ drafts, missing, today, verbs }: BatchDeskProps) {
  const batch = useBatch(drafts, verbs);
  const count = batch.toApprove.length;
  const words = count === 1 ? "this draft" : `these ${countOf(count, "draft")}`;
  const done = Object.values(batch.endings).filter(({ state }) => state === "approved").length;
  const firstMail = batch.drafts.find(({ mail }) => mail) ?? null;
  const left = batch.drafts.length - count - done;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <TopBar
        title="Approve together"
        within={{ href: "/reviews", label: "Reviews" }}
        detail={countOf(batch.drafts.length, "draft")}
        newSource={false}
      />
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label="Drafts to read"
        className="min-h-0 flex-1 overflow-auto focus-visible:-outline-offset-2"
      >
        {batch.drafts.length === 0 && (
          <EmptyState
            title="Nothing is selected"
            actions={<LinkButton href="/reviews">Open the queue</LinkButton>}
          >
            Select drafts in the queue with their boxes or with X, then read them here one below the other.
          </EmptyState>
        )}
        {missing > 0 && (
          <p className="border-b px-5 py-3 text-muted">
            {countOf(missing, "draft")} of the selection {missing === 1 ? "is" : "are"} gone, or not shared
            with you.
          </p>
        )}
        {batch.drafts.map((draft) => (
          <BatchCard key={draft.id} draft={draft} first={firstMail} batch={batch} today={today} />
        ))}
      </section>
      {batch.drafts.length > 0 && (
        <footer className="flex min-h-13 flex-none flex-wrap items-center gap-x-3 gap-y-1.5 border-t bg-surface px-5 py-2 max-md:px-4 max-md:pb-[max(0.625rem,env(safe-area-inset-bottom))]">
          <div className="max-md:w-full max-md:[&>button]:w-full">
            <Button
              tone="primary"
              kbd="mod+Enter"
              pending={batch.pending}
              blockedBy={count === 0 ? REASON : undefined}
              onClick={batch.approve}
            >
              Approve {count === 0 ? "these drafts" : words}
            </Button>
          </div>
          <p id={REASON} tabIndex={-1} className="rounded-sm text-xs text-muted">
            {footWords(count, left, done)}
          </p>
          <FormError>{batch.problem}</FormError>
        </footer>
      )}
      <GuardDialog guard={batch.guard} verb={`Approve ${words}`} onApprove={batch.approveKnowing} />
    </div>
  );
}

function footWords(count: number, left: number, done: number): string {
  const parts = [
    ...(done ? [`${done} approved`] : []),
    ...(left ? [`${left} left out`] : []),
    ...(count ? ["each at the revision shown"] : ["nothing is chosen"]),
  ];
  return `${parts.join(", ")}.`.replace(/^./, (first) => first.toUpperCase());
}
