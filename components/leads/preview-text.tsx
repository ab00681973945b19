import { Reason } from "#components/ui/reason";
import { counted } from "#lib/format/count";
import { FIELD_WORDS, type ImportField } from "#lib/lead-imports/fields";
import type { ImportPreview } from "#lib/lead-imports/view";
import type { Outcome } from "#lib/web/door";

type PreviewTextProps = { seen: Outcome<ImportPreview> | null; rows: number; leftOut: number };

/** What would come of the rows as the columns are chosen now, told of the first of them. */
export function PreviewText({ seen, rows, leftOut }: PreviewTextProps) {
  if (!seen) return <p className="pt-3 text-muted">Looking at the first rows…</p>;
  if (!seen.ok)
    return (
      <div className="mt-3 overflow-hidden rounded-md border">
        <Reason tone="block" title="This can’t be imported yet.">
          {seen.message}
        </Reason>
      </div>
    );
  const { looked, refused, optedOut, unread, leads, problems } = seen.value;
  return (
    <div className="flex max-w-(--size-measure) flex-col gap-3 pt-3">
      <p className="text-pretty">
        {counted(rows, "row")} become leads, or change those that have the same record ID or address already.
        {leftOut > 0 && ` ${counted(leftOut, "column")} ${leftOut === 1 ? "is" : "are"} left out.`} Of the
        first {counted(looked, "row")} {refused} would be refused
        {optedOut > 0 && `, and ${optedOut} opted out of mail: nothing is sent to them`}. Nobody gives consent
        by this.
      </p>
      {Object.entries(unread).map(([field, count]) => (
        <p key={field} className="text-warn-text text-pretty">
          In {counted(count, "row")} the {FIELD_WORDS[field as ImportField].label.toLowerCase()} can’t be read
          and would be left out.{field === "amount" && " Amounts need a currency."}
        </p>
      ))}
      <ul aria-label="First leads" className="rounded-md border">
        {leads.map(({ line, name, facts }) => (
          <li key={line} className="border-b px-3 py-2 last:border-b-0">
            <span className="block truncate font-medium">{name}</span>
            <span className="block truncate text-xs text-muted">{facts.join(" · ")}</span>
          </li>
        ))}
        {problems.map(({ line, problem }) => (
          <li key={line} className="border-b px-3 py-2 text-xs text-danger-text last:border-b-0">
            Line {line.toLocaleString("en")}: {problem}
          </li>
        ))}
      </ul>
    </div>
  );
}
