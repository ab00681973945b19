import { RefusedList } from "#components/records/refused-list";
import { Older } from "#components/ui/older";
import { Section } from "#components/ui/section";
import { Cell, type Column, Table, TableRow } from "#components/ui/table";
import type { Page } from "#lib/db/page";
import { addressOf } from "#lib/format/address";
import type { RefusedRow } from "#lib/lead-imports/view";
import type { Refusal } from "#lib/web/refusal";

const columns: Column[] = [
  { label: "Line", width: "4.5rem", number: true },
  { label: "Why" },
  { label: "Row", shown: "lg" },
];

type RefusedRowsProps = {
  list: { ok: true; value: Page<RefusedRow> } | Refusal;
  path: string;
  cursor: string | undefined;
};

/** The rows of a file that became no leads, each with the reason, and all of them as a file. */
export function RefusedRows({ list, path, cursor }: RefusedRowsProps) {
  if (!list.ok) return <RefusedList refusal={list} href={path} />;
  const { rows, next } = list.value;
  return (
    <Section
      title="Refused rows"
      actions={
        <a
          href={path.replace("/leads/imports/", "/api/lead-imports/").concat("/refused")}
          download
          className="rounded-sm text-accent-text underline decoration-accent-line underline-offset-3 hover:decoration-current"
        >
          Download as CSV
        </a>
      }
    >
      <p className="pt-3 text-muted text-pretty">
        {rows.length > 0 || cursor
          ? "They are kept for 30 days. Corrected, the downloaded file can be imported."
          : "They were kept for 30 days, which are over."}
      </p>
      <Table label="Refused rows" columns={columns}>
        {rows.map(({ line, problem, cells }) => (
          <TableRow key={line}>
            <Cell kind="number">{line.toLocaleString("en")}</Cell>
            <Cell>
              <span className="whitespace-normal text-pretty">{problem}</span>
            </Cell>
            <Cell kind="meta" shown="lg">
              {cells.filter(Boolean).join(" · ").slice(0, 200)}
            </Cell>
          </TableRow>
        ))}
      </Table>
      <Older older={next && addressOf(path, { cursor: next })} newest={cursor ? path : null} />
    </Section>
  );
}
