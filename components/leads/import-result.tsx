import { LinkButton } from "#components/ui/link-button";
import { Section } from "#components/ui/section";
import type { ImportCounts } from "#drizzle/schema/leads";
import { counted } from "#lib/format/count";
import { FIELD_WORDS, type ImportField } from "#lib/lead-imports/fields";

/** What became of the rows, as sentences with their figures, and the way to the leads. */
export function ImportResult({ id, counts }: { id: string; counts: ImportCounts }) {
  const { added, changed, same, refused, optedOut, unread } = counts;
  return (
    <Section title="What became of the rows">
      <dl className="grid max-w-(--size-measure) grid-cols-[auto_1fr] gap-x-4 gap-y-1 pt-3">
        <Count count={added}>are new leads</Count>
        <Count count={changed}>changed a lead that was there</Count>
        <Count count={same}>said nothing new of a lead that was there</Count>
        <Count count={refused}>were refused</Count>
      </dl>
      <ul className="flex max-w-(--size-measure) flex-col gap-1 pt-3 text-muted">
        {optedOut > 0 && (
          <li>
            {optedOut.toLocaleString("en")} {optedOut === 1 ? "address" : "addresses"} opted out: nothing is
            sent there.
          </li>
        )}
        {Object.entries(unread).map(([field, rows]) => (
          <li key={field}>
            In {counted(rows, "row")} the {FIELD_WORDS[field as ImportField].label.toLowerCase()} could not be
            read and was left out.
          </li>
        ))}
        <li>An import is no consent: record why somebody may be written to on their page.</li>
      </ul>
      {added + changed > 0 && (
        <p className="pt-4">
          <LinkButton href={`/leads?import=${id}`} tone="primary">
            Show these leads
          </LinkButton>
        </p>
      )}
    </Section>
  );
}

function Count({ count, children }: { count: number; children: string }) {
  return (
    <>
      <dt className="text-right font-medium tabular-nums">{count.toLocaleString("en")}</dt>
      <dd className="text-muted">{children}</dd>
    </>
  );
}
