import { Diff } from "#components/ui/diff";
import type { BatchDraft } from "#lib/drafts/batch";
import { letterParts, sentenceOf } from "#lib/outreach/letter-parts";

/** The body of a mail among others, with what differs from the first of them: all are read, and alike ones at a glance. */
export function BatchMail({ draft, first }: { draft: BatchDraft; first: BatchDraft | null }) {
  if (!draft.mail) return null;
  const own = bodyOf(draft);
  const other = first && first.id !== draft.id ? bodyOf(first) : null;
  return (
    <section className="border-b px-5 py-3 max-md:px-4">
      <p className="text-muted">
        To <b className="font-medium text-ink">{draft.mail.to}</b>
        {other && ", with what differs from the first mail"}
      </p>
      {own.map((paragraph, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph has no name but its place, and none of them moves
        <p key={at} className="mt-2.5 max-w-(--size-measure) text-base text-pretty">
          {other ? <Diff before={other[at] ?? ""} after={paragraph} /> : paragraph}
        </p>
      ))}
    </section>
  );
}

/** Greeting, paragraphs: what is sent, as one reads it. */
function bodyOf({ mail, statements }: BatchDraft): string[] {
  const paragraphs = letterParts(statements).paragraphs.map((one) => one.map(sentenceOf).join(" "));
  return [mail?.greeting ?? "", ...paragraphs];
}
