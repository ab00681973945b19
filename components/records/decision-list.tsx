import { CopyMarkdown } from "#components/records/copy-markdown";
import { Mentions } from "#components/records/mentions";
import { Moment } from "#components/records/moment";
import { OriginLink } from "#components/records/origin-link";
import { Quotes } from "#components/records/quotes";
import { RowLink } from "#components/records/row-link";
import { Fact, Facts, Sheet } from "#components/records/sheet";
import { Day } from "#components/ui/day";
import { TextLink } from "#components/ui/text-link";
import type { DecisionInFull, ListedDecision } from "#lib/decisions/queries";
import { addressOf } from "#lib/format/address";
import type { Calendar } from "#lib/users/calendar";

type DecisionListProps = {
  decisions: ListedDecision[];
  openId: string | undefined;
  cursor: string | undefined;
  calendar: Calendar;
};

/** Decisions, the last recorded first: the day, what was decided, by whom, and the way to the sentence. */
export function DecisionList({ decisions, openId, cursor, calendar }: DecisionListProps) {
  return (
    <ul aria-label="Decisions">
      {decisions.map((decision) => (
        <li
          key={decision.id}
          data-row
          className={`group relative flex min-h-(--size-row-2) items-center gap-4 border-b px-4 py-2 md:px-6 ${decision.id === openId ? "bg-accent-bg" : "hover:bg-hover has-focus-visible:bg-hover"}`}
        >
          <span className="w-20 flex-none self-start text-xs leading-5 text-muted">
            {decision.heldOn && <Day on={decision.heldOn} today={calendar.today} />}
          </span>
          <div className="min-w-0 flex-1">
            <div
              className={
                decision.supersededBy
                  ? "text-pretty text-muted line-through decoration-line-strong"
                  : "text-pretty"
              }
            >
              <RowLink
                href={addressOf("/decisions", { cursor, open: decision.id })}
                current={decision.id === openId}
              >
                {decision.text}
              </RowLink>
            </div>
            <div className="truncate text-xs text-faint">
              {decision.supersededBy && "Superseded. "}
              {decision.title}
              {decision.deciderName && `, decided by ${decision.deciderName}`}
            </div>
          </div>
          <span className="max-md:hidden">
            <OriginLink {...decision} />
          </span>
        </li>
      ))}
    </ul>
  );
}

type DecisionSheetProps = {
  decision: DecisionInFull;
  /** The decision as a record of its own, in Markdown. */
  madr: string;
  closeHref: string;
  calendar: Calendar;
};

/** One decision with the sentence it stands on. */
export function DecisionSheet({ decision, madr, closeHref, calendar }: DecisionSheetProps) {
  return (
    <Sheet
      label="Decision"
      closeHref={closeHref}
      foot={<CopyMarkdown markdown={madr} label="Copy as a decision record" />}
    >
      <p className="text-md text-pretty">{decision.text}</p>
      <Facts>
        {decision.supersededBy && (
          <Fact name="Superseded by">
            <TextLink href={addressOf("/decisions", { open: decision.supersededBy })}>
              a later decision
            </TextLink>
          </Fact>
        )}
        <Fact name="Decided by">{decision.deciderName ?? "not said"}</Fact>
        {decision.because.length > 0 && <Fact name="Because">{decision.because.join("; ")}</Fact>}
        {decision.instead.length > 0 && <Fact name="Instead of">{decision.instead.join("; ")}</Fact>}
        <Fact name="Meeting">{decision.title}</Fact>
        {decision.heldOn && (
          <Fact name="Day">
            <Day on={decision.heldOn} today={calendar.today} />
          </Fact>
        )}
        <Fact name="Recorded">
          <Moment at={decision.recordedAt} calendar={calendar} />
        </Fact>
      </Facts>
      <Quotes quotes={decision.quotes} origin={decision} today={calendar.today} />
      <Mentions mentions={decision.mentions} today={calendar.today} />
    </Sheet>
  );
}
