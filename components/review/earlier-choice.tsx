"use client";

import type { ReactNode } from "react";
import { QuotedSentence } from "#components/records/quotes";
import { useDesk } from "#components/review/desk-context";
import { isStillOpen, mayTake } from "#components/review/own-choices";
import { Day } from "#components/ui/day";
import { Icon } from "#components/ui/icon";
import { Segmented } from "#components/ui/segmented";
import { TextLink } from "#components/ui/text-link";
import type { DeskEarlier } from "#lib/drafts/view";
import { addressOf } from "#lib/format/address";
import type { EarlierAs, EarlierLink } from "#lib/grounding/earlier";
import { CHOICES } from "#lib/grounding/earlier-choices";
import type { Statement } from "#lib/grounding/statement";
import type { Quote } from "#lib/records/quotes";

export type EarlierChoiceProps = { statement: Statement };

/** The earlier record that a statement is about, with the words of both, and how it is to be taken. */
export function EarlierChoice({ statement }: EarlierChoiceProps) {
  const { draft, notYours } = useDesk();
  const { earlier } = statement;
  if (!earlier) return null;
  const known = draft.earlier.find(({ id }) => id === earlier.id);
  return (
    <div className="mt-1 mb-0.5 flex flex-col gap-1.5 border-l-2 border-info-line pl-2.5 text-xs text-muted">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="min-w-0 flex-1 basis-48">
          <Says link={earlier} known={known} today={draft.today} />
        </span>
        <HowTaken statement={statement} link={earlier} known={known} />
      </div>
      {notYours.has(statement.id) && (
        <p className="flex items-baseline gap-1.5 text-warn-text">
          <Icon name="warn" size="xs" />
          {earlier.kind === "action" ? NOT_YOURS.action : NOT_YOURS.decision}
        </p>
      )}
      {known && isPair(earlier) && <BothQuotes statement={statement} known={known} />}
    </div>
  );
}

type HowTakenProps = { statement: Statement; link: EarlierLink; known: DeskEarlier | undefined };

/** The choice, for who has one. */
function HowTaken({ statement, link, known }: HowTakenProps) {
  const { allowed, change } = useDesk();
  if (known && !isStillOpen(link, known)) return null;
  if (!allowed || (known && !mayTake(link, known)))
    return <span className="text-ink">{LABELS[labelOf(link, link.as)]}</span>;
  const choose = (as: string) => {
    if (as !== link.as)
      change({ statementId: statement.id, as: as as EarlierAs, seenVersion: known?.version });
  };
  return (
    <Segmented
      label={`How to approve: ${statement.text}`}
      value={link.as}
      segments={CHOICES[link.proposed].map((as) => ({ value: as, label: LABELS[labelOf(link, as)] }))}
      onChange={choose}
    />
  );
}

const isPair = ({ proposed }: EarlierLink) => proposed === "same" || proposed === "superseding";

/** Why it is not taken as it was proposed. */
const NOT_YOURS = {
  action: "Not yours to complete: its owner or a leader does. If you approve, it stays open.",
  decision: "Not yours to overturn: who may approve that meeting does. If you approve, both stand.",
};

const LABELS = {
  done: "Done",
  open: "Still open",
  same: "As the same",
  new: "As a new one",
  superseding: "Supersede it",
  stands: "Both stand",
};

function labelOf({ proposed }: EarlierLink, as: EarlierAs): keyof typeof LABELS {
  return as === "new" && proposed === "superseding" ? "stands" : as;
}

type SaysProps = { link: EarlierLink; known: DeskEarlier | undefined; today: string };

function Says({ link: { kind, proposed }, known, today }: SaysProps): ReactNode {
  if (!known) return `The earlier ${kind} is gone, or isn’t shared with you any more.`;
  const from = (
    <>
      <TextLink href={addressOf(`/${kind}s`, { open: known.id })}>{known.title}</TextLink>
      {known.heldOn && (
        <>
          , <Day on={known.heldOn} today={today} />
        </>
      )}
      {NOW[known.state] && <span className="text-ink"> ({NOW[known.state]} since)</span>}
    </>
  );
  if (proposed === "done") return <>The notes say that it is done. From {from}.</>;
  if (proposed === "open") return <>From {from}.</>;
  if (proposed === "superseding")
    return (
      <>
        Overturns “{known.text}” of {from}.
      </>
    );
  return (
    <>
      {kind === "action" ? "Same as" : "Said again:"} “{known.text}” of {from}.
    </>
  );
}

const NOW: Record<DeskEarlier["state"], string> = {
  open: "",
  stands: "",
  done: "done",
  cancelled: "cancelled",
  answered: "answered",
  superseded: "superseded",
};

/** What was said then and what is said now, side by side where there is room. */
function BothQuotes({ statement, known }: { statement: Statement; known: DeskEarlier }) {
  const { draft, evidence } = useDesk();
  const place = evidence.find(({ statementId }) => statementId === statement.id);
  const source = draft.sources.find(({ id }) => id === place?.sourceId);
  const now = place && source && quoteOf(place, source);
  return (
    <div className="grid grid-cols-1 gap-x-4 gap-y-2 @min-[34rem]:grid-cols-2">
      <Side label="Then" quote={known.quotes[0]} today={draft.today} />
      <Side label="Now" quote={now} today={draft.today} />
    </div>
  );
}

function Side({ label, quote, today }: { label: string; quote: Quote | undefined; today: string }) {
  return (
    <div className="min-w-0 [&_blockquote]:text-xs">
      <h4 className="text-2xs text-muted">{label}</h4>
      {quote ? (
        <QuotedSentence quote={quote} today={today} />
      ) : (
        <p>No words of a source were found for it.</p>
      )}
    </div>
  );
}

type Place = { start: number; end: number; sentenceStart: number; sentenceEnd: number };
type Source = { text: string; title: string; heldOn: string };

const MOST_AROUND = 400;

function quoteOf({ start, end, sentenceStart, sentenceEnd }: Place, source: Source): Quote {
  const { text, title: sourceTitle, heldOn } = source;
  return {
    sourceTitle,
    heldOn,
    before: text.slice(Math.max(Math.min(sentenceStart, start), start - MOST_AROUND), start),
    quoted: text.slice(start, end),
    after: text.slice(end, Math.min(Math.max(sentenceEnd, end), end + MOST_AROUND)),
    line: text.slice(0, start).split("\n").length,
  };
}
