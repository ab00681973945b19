import { Moment } from "#components/records/moment";
import { CellLink } from "#components/records/row-link";
import { RunState } from "#components/records/run-state";
import { costOf, durationOf, writerOf } from "#components/records/run-words";
import { Cell, type Column, Table, TableRow } from "#components/ui/table";
import type { ListedRun } from "#lib/runs/queries";
import type { Calendar } from "#lib/users/calendar";

const columns: Column[] = [
  { label: "State", width: "7.25rem" },
  { label: "Source" },
  { label: "Workflow", width: "8rem", shown: "2xl" },
  { label: "Writer", width: "11rem", shown: "md" },
  { label: "Asked by", width: "9rem", shown: "xl" },
  { label: "Asked", width: "8.5rem", shown: "md" },
  { label: "Took", width: "5rem", number: true, shown: "lg" },
  { label: "Cost", width: "5.5rem", number: true, shown: "md" },
];

/** Runs, newest first. */
export function RunList({ runs, calendar }: { runs: ListedRun[]; calendar: Calendar }) {
  return (
    <Table label="Runs" columns={columns}>
      {runs.map((run) => (
        <TableRow key={run.id}>
          <Cell>
            <span className="flex">
              <RunState run={run} />
            </span>
          </Cell>
          <Cell kind="main">
            <CellLink href={`/runs/${run.id}`}>{run.sourceTitle}</CellLink>
            <span className="block text-xs font-normal text-faint md:hidden">
              <Moment at={run.createdAt} calendar={calendar} />
            </span>
          </Cell>
          <Cell kind="meta" shown="2xl">
            {run.workflowLabel}
          </Cell>
          <Cell kind="meta" shown="md">
            {writerOf(run)}
          </Cell>
          <Cell kind="meta" shown="xl">
            {run.requestedBy}
          </Cell>
          <Cell kind="meta" shown="md">
            <Moment at={run.createdAt} calendar={calendar} />
          </Cell>
          <Cell kind="number" shown="lg">
            <span className="text-muted">{durationOf(run)}</span>
          </Cell>
          <Cell kind="number" shown="md">
            <span className={run.costMicros === null ? "text-faint" : ""}>{costOf(run.costMicros)}</span>
          </Cell>
        </TableRow>
      ))}
    </Table>
  );
}
