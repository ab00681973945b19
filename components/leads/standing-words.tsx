import { type BASIS_NAMES, REASON_WORDS } from "#components/leads/consent-words";
import { Moment } from "#components/records/moment";
import { type State, StateWord } from "#components/ui/state-word";
import type { SuppressionReason } from "#drizzle/schema/consents";
import type { ConsentStanding } from "#lib/consent/rules";
import { formatFullDay } from "#lib/format/dates";
import type { Calendar } from "#lib/users/calendar";

type StandingWordsProps = { standing: ConsentStanding | null; email: string | null; calendar: Calendar };

/** Whether somebody may be written to, in a word with its shape, and why in a sentence. */
export function StandingWords({ standing, email, calendar }: StandingWordsProps) {
  const { state, word } = stateOf(standing);
  return (
    <div>
      <StateWord state={state}>{word}</StateWord>
      <p className="mt-0.5 text-pretty text-muted wrap-anywhere">
        <Why standing={standing} email={email} calendar={calendar} />
      </p>
    </div>
  );
}

function stateOf(standing: ConsentStanding | null): { state: State; word: string } {
  if (!standing) return { state: "unmatched", word: "No address" };
  if (standing.state === "valid") return { state: "done", word: "May be written to" };
  if (standing.state === "expired") return { state: "check", word: "Consent has expired" };
  if (standing.state === "none") return { state: "check", word: "No consent recorded" };
  return { state: "blocked", word: "Nothing is sent to them" };
}

function Why({ standing, email, calendar }: StandingWordsProps) {
  if (!standing) return "Without an address nothing can be sent to them.";
  if (standing.state === "none")
    return "Nothing can be sent until somebody records why they may be written to, with what proves it.";
  if (standing.state === "suppressed") {
    const whole =
      standing.value === email?.toLowerCase() ? "This address" : `Everything at ${standing.value}`;
    return (
      <>
        {whole} is on the list that nothing is sent to:{" "}
        {REASON_WORDS[standing.reason as SuppressionReason] ?? standing.reason},{" "}
        <Moment at={new Date(standing.at).toISOString()} calendar={calendar} show="day" />. Only express
        consent that they gave since then lifts it.
      </>
    );
  }
  const { basis, obtainedOn, expiresOn, evidence } = standing.consent;
  const until = expiresOn
    ? standing.state === "expired"
      ? ` It held until ${formatFullDay(expiresOn)}.`
      : ` It holds until ${formatFullDay(expiresOn)}.`
    : " It has no end.";
  return (
    <>
      {FIRST[basis]} on {formatFullDay(obtainedOn)}.{until} <span className="block">“{evidence}”</span>
    </>
  );
}

const FIRST: Record<keyof typeof BASIS_NAMES, string> = {
  express: "They said yes",
  purchase: "Implied by a purchase or contract",
  inquiry: "Implied by an inquiry",
  published: "Their business address was found published",
};
