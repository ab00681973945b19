import { Moment } from "#components/records/moment";
import { ActButton } from "#components/settings/act-button";
import { Section } from "#components/ui/section";
import { type State, StateWord } from "#components/ui/state-word";
import type { DomainFact } from "#lib/mailboxes/domain-facts";
import type { SenderDomain as Domain } from "#lib/mailboxes/sender-domain";
import type { Calendar } from "#lib/users/calendar";
import type { Outcome } from "#lib/web/door";

const STATES: Record<DomainFact["state"], { state: State; word: string }> = {
  fine: { state: "done", word: "fine" },
  mend: { state: "check", word: "to mend" },
  unknown: { state: "unmatched", word: "not known" },
};

type SenderDomainProps = {
  found: Domain;
  calendar: Calendar;
  check: (() => Promise<Outcome<unknown>>) | null;
};

/** What DNS says of the domain that one's mail is from: whether those who get it can tell that it is real. */
export function SenderDomain({ found: { domain, checkedAt, facts }, calendar, check }: SenderDomainProps) {
  return (
    <Section title="Your mail’s domain" meta={<bdi className="min-w-0 truncate">{domain}</bdi>}>
      <div className="flex flex-col items-start gap-3 pt-3">
        <p className="text-muted text-pretty">
          Servers put mail aside that its domain does not vouch for. What DNS says of it is looked up when you
          ask.
        </p>
        {facts.length > 0 && (
          <ul className="flex w-full flex-col gap-3">
            {facts.map((fact) => (
              <FactItem key={fact.name} fact={fact} />
            ))}
          </ul>
        )}
        <span className="flex flex-wrap items-center gap-2">
          {check && <ActButton act={check} label={checkedAt ? "Look it up again" : "Look it up"} />}
          <span role="status" className="text-muted">
            {checkedAt ? (
              <>
                Looked up <Moment at={checkedAt} calendar={calendar} />
              </>
            ) : (
              "Not looked up yet."
            )}
          </span>
        </span>
      </div>
    </Section>
  );
}

function FactItem({ fact: { name, state, says, todo, records } }: { fact: DomainFact }) {
  return (
    <li className="flex min-w-0 flex-col gap-1 border-b pb-3">
      <span className="flex items-center gap-2">
        <span className="font-medium">{name}</span>
        <StateWord state={STATES[state].state}>{STATES[state].word}</StateWord>
      </span>
      <span className="text-pretty wrap-anywhere">{says}</span>
      {todo && <span className="text-pretty text-muted wrap-anywhere">{todo}</span>}
      {records.map((record) => (
        <code key={record} className="font-mono text-xs text-faint wrap-anywhere">
          {record}
        </code>
      ))}
    </li>
  );
}
