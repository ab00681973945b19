"use client";

import { BatchBody } from "#components/review/batch-body";
import { BatchMail } from "#components/review/batch-mail";
import { BatchUndo } from "#components/review/batch-undo";
import type { Batch, Ending } from "#components/review/use-batch";
import { countOf, firstName, listOf } from "#components/review/words";
import { Button } from "#components/ui/button";
import { Check } from "#components/ui/check";
import { LinkButton } from "#components/ui/link-button";
import { Reason } from "#components/ui/reason";
import { StateWord } from "#components/ui/state-word";
import { type BatchDraft, nameOf } from "#lib/drafts/batch";

type BatchCardProps = {
  draft: BatchDraft;
  /** The first mail among them, from which the others are told apart. */
  first: BatchDraft | null;
  batch: Batch;
  today: string;
};

/** One draft of a batch: whether it is approved with the others, why not, and everything it says. */
export function BatchCard({ draft, first, batch, today }: BatchCardProps) {
  const ending = batch.endings[draft.id];
  const never = batch.never(draft);
  const doubts = batch.openDoubts(draft).length;
  const news = batch.newerThan(draft);
  const blocked = never !== null || doubts > 0 || news !== null;
  const name = nameOf(draft);
  return (
    <article aria-label={name} className="border-b-4 border-line">
      <header className="sticky top-0 z-1 flex min-h-(--size-bar) flex-wrap items-center gap-x-3 gap-y-1 border-b bg-surface px-5 py-1.5 max-md:px-4">
        {!ending && (
          <Check
            hideLabel
            label={`Approve “${name}”`}
            checked={batch.isChosen(draft)}
            aria-disabled={blocked || undefined}
            onChange={(event) => !blocked && batch.choose(draft.id, event.currentTarget.checked)}
          />
        )}
        <h2 className="min-w-0 text-md text-pretty max-md:flex-1 max-md:basis-3/4">{name}</h2>
        <span className="text-xs text-muted">{writtenBy(draft)}</span>
        <span className="ml-auto flex items-center gap-2">
          {ending ? <EndingWord ending={ending} /> : blocked && <StateWord state="check">left out</StateWord>}
          <LinkButton size="sm" tone="quiet" href={`/reviews/${draft.id}`}>
            Open it alone
          </LinkButton>
          {ending?.state === "approved" && <BatchUndo draft={draft} at={ending.at} batch={batch} />}
        </span>
      </header>
      {ending && ending.state !== "approved" && (
        <Reason
          tone={ending.state === "refused" ? "warn" : "info"}
          title={ending.state === "refused" ? "It was not approved." : ending.message}
        >
          {ending.state === "refused" && ending.message}
        </Reason>
      )}
      {news !== null && (
        <Reason
          tone="info"
          icon="swap"
          title={news}
          actions={
            <Button size="sm" onClick={() => batch.takeNewest(draft.id)}>
              Show it as it is now
            </Button>
          }
        >
          It is left out until you have seen that.
        </Reason>
      )}
      {!ending && !news && (never ?? doubts > 0) && (
        <Reason
          tone="warn"
          title={never ?? `${countOf(doubts, "statement")} to look at first.`}
          actions={
            batch.isHeld(draft) && (
              <Button size="sm" onClick={() => void batch.takeOver(draft)}>
                Take over
              </Button>
            )
          }
        >
          {never === null && "Tick each off below once you have looked at it; then the draft can be chosen."}
        </Reason>
      )}
      <BatchMail draft={draft} first={first} />
      <BatchBody draft={draft} batch={ending || never ? null : batch} today={today} />
    </article>
  );
}

function EndingWord({ ending }: { ending: Ending }) {
  if (ending.state === "approved")
    return <StateWord state="done">approved, {countOf(ending.records, "record")}</StateWord>;
  return <StateWord state="check">{ending.state === "refused" ? "not approved" : "taken back"}</StateWord>;
}

/** "Meeting notes, r2, edited by Bo". */
function writtenBy({ workflowLabel, revision, editedBy }: BatchDraft): string {
  const edited = editedBy.length ? `, edited by ${listOf(editedBy.map(firstName))}` : "";
  return `${workflowLabel}, r${revision}${edited}`;
}
