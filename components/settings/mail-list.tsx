import { Age } from "#components/ui/age";
import { type State, StateWord } from "#components/ui/state-word";
import { Cell, type Column, Table, TableRow } from "#components/ui/table";
import type { ListedMail } from "#lib/mails/queries";

const columns: Column[] = [
  { label: "Mail" },
  { label: "To", width: "9rem", shown: "md" },
  { label: "When", width: "4.5rem" },
  { label: "State", width: "7rem" },
];

const purposes: Record<ListedMail["purpose"], string> = {
  notices: "Notices",
  password: "Link for a new password",
  invitation: "Invitation",
  test: "Test",
};

const states: Record<ListedMail["state"], { state: State; word: string }> = {
  scheduled: { state: "waiting", word: "waits" },
  sending: { state: "waiting", word: "is leaving" },
  sent: { state: "done", word: "left" },
  failed: { state: "blocked", word: "failed" },
  unknown: { state: "check", word: "unknown" },
  cancelled: { state: "unmatched", word: "not needed" },
};

/** What became of the last mails, without what they said. */
export function MailList({ mails, now, timeZone }: { mails: ListedMail[]; now: number; timeZone: string }) {
  return (
    <Table label="Last mails" columns={columns}>
      {mails.map((mail) => (
        <TableRow key={mail.id}>
          <Cell kind="main">
            {purposes[mail.purpose]}
            {mail.reason && (
              <span className="block pb-1.5 text-xs font-normal whitespace-normal text-muted">
                {mail.reason}
              </span>
            )}
          </Cell>
          <Cell kind="meta" shown="md">
            {mail.to ?? "nobody"}
          </Cell>
          <Cell kind="meta">
            <Age at={mail.createdAt} now={now} timeZone={timeZone} detail="short" />
          </Cell>
          <Cell kind="meta">
            <StateWord state={states[mail.state].state}>{states[mail.state].word}</StateWord>
          </Cell>
        </TableRow>
      ))}
    </Table>
  );
}
