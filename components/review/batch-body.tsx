"use client";

import { basisOf, StatementBasis } from "#components/review/basis";
import { diffStatements, taken } from "#components/review/changes";
import { Details } from "#components/review/details";
import { Flags } from "#components/review/flags";
import type { Batch } from "#components/review/use-batch";
import { Check } from "#components/ui/check";
import { Diff } from "#components/ui/diff";
import { Hidden } from "#components/ui/hidden";
import { type BatchDraft, doubtfulOf } from "#lib/drafts/batch";
import { formatDay, isDay } from "#lib/format/dates";
import { isCarried } from "#lib/grounding/earlier-choices";
import type { Statement } from "#lib/grounding/statement";
import type { Quote } from "#lib/records/quotes";

type BatchBodyProps = {
  draft: BatchDraft;
  /** Null where nothing can be ticked off any more. */
  batch: Batch | null;
  today: string;
};

/** Every statement of a draft by section, with its quote and what differs from what the run proposed. */
export function BatchBody({ draft, batch, today }: BatchBodyProps) {
  const doubtful = new Set(doubtfulOf(draft.statements).map(({ id }) => id));
  return draft.sections.map((section) => {
    // Of several to choose from, only the one that was chosen is part of what is approved.
    const own = draft.statements.filter(
      (statement) => statement.section === section.key && (statement.kept || !section.choice),
    );
    if (own.length === 0) return null;
    return (
      <section key={section.key} className="px-5 pt-3 pb-1 max-md:px-4">
        <h3 className="border-b pb-1 text-xs">{section.label}</h3>
        <ul>
          {own.map((statement) => (
            <li key={statement.id} className="grid gap-x-6 gap-y-1 border-b py-2.5 lg:grid-cols-2">
              <div className="min-w-0">
                <Words statement={statement} draft={draft} today={today} />
                <Flags flags={statement.flags} />
                {batch && doubtful.has(statement.id) && (
                  <LookedAt draft={draft} statement={statement} batch={batch} />
                )}
              </div>
              <Quotes quotes={draft.quotes[statement.id] ?? []} statement={statement} />
            </li>
          ))}
        </ul>
      </section>
    );
  });
}

function Words({ statement, draft, today }: { statement: Statement; draft: BatchDraft; today: string }) {
  const before = draft.proposed.find((one) => one.id === statement.id);
  const beside = before ? (diffStatements([before], [statement])[0]?.beside ?? []) : [];
  const word = (value: string) => (isDay(value) ? formatDay(value, { today }) : value);
  const { kept, person, due, to } = statement;
  return (
    <>
      <p className={`wrap-break-word ${kept ? "" : "text-faint line-through decoration-line-strong"}`}>
        {!kept && <Hidden>Declined: </Hidden>}
        <Diff before={before?.text ?? ""} after={statement.text} />
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-muted">
        {person && <span>{person.name}</span>}
        {to && <span>to {to.name}</span>}
        {due?.on && <span>{formatDay(due.on, { today })}</span>}
        <StatementBasis statement={statement} />
        {statement.earlier && <span className="text-ink">{taken(statement)}</span>}
        {beside.map(({ label, from, to }) => (
          <span key={label}>
            {label} <Diff before={word(from)} after={word(to)} />
          </span>
        ))}
      </p>
      <Details statement={statement} />
    </>
  );
}

type LookedAtProps = { draft: BatchDraft; statement: Statement; batch: Batch };

function LookedAt({ draft, statement, batch }: LookedAtProps) {
  return (
    <p className="mt-1">
      <Check
        label={
          <>
            I looked at this<Hidden>: {statement.text}</Hidden>
          </>
        }
        checked={batch.isLooked(draft.id, statement.id)}
        onChange={(event) => batch.look(draft.id, statement.id, event.currentTarget.checked)}
      />
    </p>
  );
}

function Quotes({ quotes, statement }: { quotes: Quote[]; statement: Statement }) {
  if (quotes.length === 0 && basisOf(statement).basis === "free")
    return <p className="text-xs text-faint">It asserts nothing that a source would have to say.</p>;
  if (quotes.length === 0 && isCarried(statement))
    return <p className="text-xs text-muted">From an earlier meeting.</p>;
  if (quotes.length === 0)
    return <p className="text-xs text-warn-text">No words of the source were found for it.</p>;
  return (
    <div className="min-w-0">
      {quotes.map(({ before, quoted, after, sourceTitle, line }) => (
        <figure key={`${line} ${before} ${quoted}`} className="text-muted">
          <blockquote className="whitespace-pre-line wrap-break-word">
            {before}
            <mark>{quoted}</mark>
            {after}
          </blockquote>
          <figcaption className="text-xs text-faint">
            {sourceTitle}, line {line}
          </figcaption>
        </figure>
      ))}
    </div>
  );
}
