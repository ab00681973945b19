import { SheetPart } from "#components/records/sheet";
import { Day } from "#components/ui/day";
import { LinkButton } from "#components/ui/link-button";
import { addressOf } from "#lib/format/address";
import type { Day as CalendarDay } from "#lib/format/dates";
import type { Quote } from "#lib/records/quotes";

type QuotesProps = {
  quotes: Quote[];
  /** Null where this person may not see the source. */
  origin: { draftId: string; statementId: string; sourceDeleted: boolean } | null;
  today: CalendarDay;
};

/** The sentences a record stands on, with the quoted words marked, and the way to them in their source. */
export function Quotes({ quotes, origin, today }: QuotesProps) {
  if (!origin) {
    return (
      <SheetPart label="Its sentence">
        <p className="text-muted">The source isn’t shared with you, so its words aren’t shown.</p>
      </SheetPart>
    );
  }
  if (origin.sourceDeleted) {
    return (
      <SheetPart label="Its sentence">
        <p className="text-muted">The source was deleted, and its words with it.</p>
      </SheetPart>
    );
  }
  return (
    <SheetPart label={quotes.length > 1 ? "Its sentences" : "Its sentence"}>
      {quotes.length === 0 && <p className="text-muted">No words of the source were found for it.</p>}
      {quotes.map((quote) => (
        <QuotedSentence key={`${quote.line} ${quote.before} ${quote.quoted}`} quote={quote} today={today} />
      ))}
      <div className="mt-2.5">
        <LinkButton
          href={addressOf(`/reviews/${origin.draftId}`, { statement: origin.statementId })}
          icon="quote"
          size="sm"
        >
          Open in its source
        </LinkButton>
      </div>
    </SheetPart>
  );
}

/** One sentence of a source with the quoted words marked, and where it stands. */
export function QuotedSentence({ quote, today }: { quote: Quote; today: CalendarDay }) {
  return (
    <figure className="not-first:mt-3">
      <blockquote className="text-md whitespace-pre-line text-pretty">
        {quote.before}
        <mark>{quote.quoted}</mark>
        {quote.after}
      </blockquote>
      <figcaption className="mt-1 text-xs text-faint">
        {quote.sourceTitle}, <Day on={quote.heldOn} today={today} />, line {quote.line}
      </figcaption>
    </figure>
  );
}
