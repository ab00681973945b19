import { QuotedSentence } from "#components/records/quotes";
import { TextLink } from "#components/ui/text-link";
import type { DocumentPoint } from "#lib/documents/queries";
import { addressOf } from "#lib/format/address";
import type { Day } from "#lib/format/dates";

type DocumentPointsProps = { points: DocumentPoint[]; draftId: string; today: Day };

/** What the page stands on: each of its points with the sentences it was read from, and the way to them. */
export function DocumentPoints({ points, draftId, today }: DocumentPointsProps) {
  if (points.length === 0) return null;
  return (
    <details className="mt-8 max-w-(--size-measure) border-t pt-4 print:hidden">
      <summary className="cursor-pointer text-sm font-medium">Where each point was said</summary>
      <ol className="mt-4 flex list-decimal flex-col gap-5 pl-6 marker:text-faint">
        {points.map(({ statementId, text, quotes }) => (
          <li key={statementId}>
            <TextLink href={addressOf(`/reviews/${draftId}`, { statement: statementId })}>{text}</TextLink>
            {quotes.length === 0 && <p className="text-muted">No words of the source were found for it.</p>}
            {quotes.map((quote) => (
              <QuotedSentence
                key={`${quote.line} ${quote.before} ${quote.quoted}`}
                quote={quote}
                today={today}
              />
            ))}
          </li>
        ))}
      </ol>
    </details>
  );
}
