import { QuotedSentence } from "#components/records/quotes";
import { SheetPart } from "#components/records/sheet";
import { TextLink } from "#components/ui/text-link";
import { addressOf } from "#lib/format/address";
import type { Mention } from "#lib/records/mention-queries";

/** Where else a record was said since, each with its sentence. */
export function Mentions({ mentions, today }: { mentions: Mention[]; today: string }) {
  return mentions.map((mention) => (
    <SheetPart key={`${mention.draftId} ${mention.statementId}`} label={LABELS[mention.as]}>
      {mention.sourceDeleted ? (
        <p className="text-muted">The source was deleted, and its words with it.</p>
      ) : (
        <>
          {mention.quotes.map((quote) => (
            <QuotedSentence key={`${quote.line} ${quote.quoted}`} quote={quote} today={today} />
          ))}
          <p className="mt-1 text-xs">
            <TextLink href={addressOf(`/reviews/${mention.draftId}`, { statement: mention.statementId })}>
              Open in “{mention.title}”
            </TextLink>
          </p>
        </>
      )}
    </SheetPart>
  ));
}

const LABELS: Record<Mention["as"], string> = {
  same: "Said again",
  done: "Said to be done",
  superseding: "Overturned",
};
