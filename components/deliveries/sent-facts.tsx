import { SentState } from "#components/deliveries/sent-state";
import { Moment } from "#components/records/moment";
import { Fact, Facts } from "#components/records/sheet";
import { Day } from "#components/ui/day";
import { TextLink } from "#components/ui/text-link";
import type { SentInFull, SentLetter } from "#lib/deliveries/view";
import { BASES } from "#lib/log/codes";
import type { Calendar } from "#lib/users/calendar";

const ANSWERS: Record<string, string> = {
  sent: "accepted",
  failed: "refused",
  unknown: "not known",
};

/** What is known of one delivery: to whom, by whose approval, on which ground, and every try. */
export function SentFacts({ sent, calendar }: { sent: SentInFull; calendar: Calendar }) {
  const { letter } = sent;
  return (
    <Facts>
      <Fact name="State">
        {/* On the line of its name, which a shape that stands first would miss. */}
        <span className="flex items-center before:content-['\200b']">
          <SentState row={sent} />
        </span>
        {sent.state === "sent" && sent.reason && <span className="block text-muted">{sent.reason}</span>}
      </Fact>
      <Fact name="To">
        {letter && <TextLink href={`/leads/${letter.leadId}`}>{letter.toName || "Open the lead"}</TextLink>}{" "}
        <span className={letter ? "wrap-anywhere text-muted" : ""}>{letter?.to ?? sent.recipient}</span>
      </Fact>
      {letter && (
        <Fact name="From">
          {letter.fromName} <span className="wrap-anywhere text-muted">{letter.from}</span>
        </Fact>
      )}
      <Fact name="Draft">
        <TextLink href={`/reviews/${sent.draftId}`}>{`Open the draft, r${sent.revision}`}</TextLink>
      </Fact>
      {letter && (
        <>
          <Fact name="Approved">
            <Moment at={letter.approvedAt} calendar={calendar} /> by {sent.approvedBy}
          </Fact>
          <Fact name="Consent">
            <ConsentWords consent={letter.consent} calendar={calendar} />
          </Fact>
        </>
      )}
      {sent.state === "scheduled" && (
        <Fact name="Due">
          <Moment at={sent.dueAt} calendar={calendar} />
        </Fact>
      )}
      {sent.attempts.map((one) => (
        <Fact key={one.number} name={`Try ${one.number}`}>
          <Moment at={one.startedAt} calendar={calendar} />
          {`, ${one.answer ? (ANSWERS[one.answer] ?? one.answer) : "without an end"}`}
        </Fact>
      ))}
      {letter?.received.map((one) => (
        <Fact key={one.at + one.kind} name="Came back">
          {RECEIVED[one.kind] ?? "a mail"}, <Moment at={one.at} calendar={calendar} />
        </Fact>
      ))}
    </Facts>
  );
}

type ConsentWordsProps = { consent: SentLetter["consent"]; calendar: Calendar };

/** On which ground the mail was allowed to leave, since when and how long, what proves it, and who recorded that. */
function ConsentWords({ consent, calendar }: ConsentWordsProps) {
  const { basis, obtainedOn, expiresOn, evidence, recordedBy, recordedAt } = consent;
  const { today } = calendar;
  return (
    <>
      {BASES[basis] ?? basis}, of <Day on={obtainedOn} today={today} />
      {expiresOn && (
        <>
          , until <Day on={expiresOn} today={today} />
        </>
      )}
      <span className="block break-words text-muted">{evidence}</span>
      {recordedBy && recordedAt && (
        <span className="block text-faint">
          Recorded by {recordedBy}, <Moment at={recordedAt} calendar={calendar} />
        </span>
      )}
    </>
  );
}

const RECEIVED: Record<string, string> = {
  reply: "an answer",
  auto_reply: "an automatic answer",
  bounce: "a report that it did not arrive",
  unsubscribe: "the wish to get no more",
};
