import { Diff } from "#components/ui/diff";
import type { BatchDraft } from "#lib/drafts/batch";
import { diffWords } from "#lib/format/diff";
import { letterParts, sentenceOf } from "#lib/outreach/letter-parts";

/** The body of a mail among others, with what differs from the first of them: all are read, and alike ones at a glance. */
export function BatchMail({ draft, first }: { draft: BatchDraft; first: BatchDraft | null }) {
  if (!draft.mail) return null;
  const own = bodyOf(draft);
  const beside = first && first.id !== draft.id ? bodyOf(first) : null;
  const other = beside && isAlike(beside.join("\n"), own.join("\n")) ? beside : null;
  return (
    <section className="border-b px-5 py-3 max-md:px-4">
      <p className="text-muted">
        To <b className="font-medium text-ink">{draft.mail.to}</b>
        {beside && (other ? ", with what differs from the first mail" : ", unlike the first mail")}
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

/** Whether enough of two texts is the same for their difference to be easier to read than both. */
function isAlike(before: string, after: string): boolean {
  const changes = diffWords(before, after);
  const length = (kinds: string) =>
    changes.reduce((sum, { kind, text }) => (kind === kinds ? sum + text.length : sum), 0);
  return 2 * length("same") >= length("added") + length("removed");
}
