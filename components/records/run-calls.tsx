import { Moment } from "#components/records/moment";
import { costOf } from "#components/records/run-words";
import { type State, StateWord } from "#components/ui/state-word";
import { Cell, type Column, Table, TableRow } from "#components/ui/table";
import { formatDuration } from "#lib/format/duration";
import type { ListedCall } from "#lib/runs/queries";
import type { Calendar } from "#lib/users/calendar";

const columns: Column[] = [
  { label: "Began", width: "8rem" },
  { label: "Answer" },
  { label: "Model and host", width: "17rem", shown: "md" },
  { label: "Tokens in", width: "5.5rem", number: true, shown: "md" },
  { label: "Tokens out", width: "5.5rem", number: true, shown: "md" },
  { label: "Cost", width: "5.5rem", number: true },
  { label: "Took", width: "5rem", number: true, shown: "lg" },
  { label: "Request id", width: "14rem", shown: "lg" },
];

const STATES: Record<string, State> = { answered: "done", pending: "waiting" };

/** The requests to a model during a run, with what each cost. */
export function RunCalls({ calls, calendar }: { calls: ListedCall[]; calendar: Calendar }) {
  return (
    <Table label="Calls of the model" columns={columns}>
      {calls.map((call) => (
        <TableRow key={call.id}>
          <Cell kind="meta">
            <Moment at={call.startedAt} calendar={calendar} />
          </Cell>
          <Cell>
            <span className="flex">
              <StateWord state={STATES[call.outcome] ?? "check"}>
                {call.outcome.replaceAll("_", " ")}
                {call.parts > 1 && `, part ${call.part} of ${call.parts}`}
              </StateWord>
            </span>
          </Cell>
          <Cell kind="meta" shown="md">
            {call.model} at {call.host}
          </Cell>
          <Cell kind="number" shown="md">
            {tokens(call, "input_tokens", "cache_creation_input_tokens", "cache_read_input_tokens")}
          </Cell>
          <Cell kind="number" shown="md">
            {tokens(call, "output_tokens")}
          </Cell>
          <Cell kind="number">
            <span
              title={call.priceNote ?? undefined}
              className={call.costMicros === null ? "text-faint" : ""}
            >
              {costOf(call.costMicros)}
            </span>
          </Cell>
          <Cell kind="number" shown="lg">
            {call.endedAt ? formatDuration(Date.parse(call.endedAt) - Date.parse(call.startedAt)) : "unknown"}
          </Cell>
          <Cell kind="meta" shown="lg">
            {call.requestId ? <code className="font-mono">{call.requestId}</code> : "none given"}
          </Cell>
        </TableRow>
      ))}
    </Table>
  );
}

/** Tokens as the host reported them, added up; "unknown" where it reported none. */
function tokens({ usage }: ListedCall, ...names: string[]): string {
  const counts = names.map((name) => usage?.[name]).filter((count) => typeof count === "number");
  return counts.length ? counts.reduce((sum, count) => sum + count, 0).toLocaleString("en-CA") : "unknown";
}
