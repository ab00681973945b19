import type { ReactNode } from "react";
import { RowLink } from "#components/records/row-link";
import { Day } from "#components/ui/day";
import { Section } from "#components/ui/section";
import { TextLink } from "#components/ui/text-link";
import type { ListedAction } from "#lib/actions/queries";
import type { ListedDecision } from "#lib/decisions/queries";
import { addressOf } from "#lib/format/address";
import type { ListedPromise } from "#lib/promises/queries";
import type { ListedQuestion } from "#lib/questions/queries";
import type { Calendar } from "#lib/users/calendar";

type SeriesRecordsProps = {
  actions: ListedAction[];
  decisions: ListedDecision[];
  questions: ListedQuestion[];
  promises: ListedPromise[];
  calendar: Calendar;
};

/** What is open in a series, and what was decided in it, the first of each. */
export function SeriesRecords({ actions, decisions, questions, promises, calendar }: SeriesRecordsProps) {
  const { today } = calendar;
  return (
    <>
      <Section title="Open actions" meta={<span>{actions.length || "none"}</span>}>
        <ul aria-label="Open actions">
          {actions.map(({ id, text, ownerName, dueOn }) => (
            <RecordRow
              key={id}
              href={addressOf("/actions", { open: id })}
              text={text}
              beside={
                <>
                  {ownerName ?? "nobody"}, {dueOn ? <Day on={dueOn} today={today} /> : "no date"}
                </>
              }
            />
          ))}
        </ul>
      </Section>
      <Section title="Decisions" meta={<span>{decisions.length || "none"}</span>}>
        <ul aria-label="Decisions">
          {decisions.map(({ id, text, heldOn, supersededBy }) => (
            <RecordRow
              key={id}
              href={addressOf("/decisions", { open: id })}
              text={text}
              struck={supersededBy !== null}
              beside={
                <>
                  {supersededBy && "superseded, "}
                  {heldOn && <Day on={heldOn} today={today} />}
                </>
              }
            />
          ))}
        </ul>
      </Section>
      <Section title="Open questions" meta={<span>{questions.length || "none"}</span>}>
        <ul aria-label="Open questions">
          {questions.map(({ id, text, deciderName }) => (
            <RecordRow
              key={id}
              href={addressOf("/questions", { open: id })}
              text={text}
              beside={deciderName ? `${deciderName} decides` : "nobody decides"}
            />
          ))}
        </ul>
      </Section>
      {promises.length > 0 && (
        <Section title="Promises ahead" meta={<span>{promises.length}</span>}>
          <ul aria-label="Promises ahead">
            {promises.map(({ id, text, toName, dueOn }) => (
              <RecordRow
                key={id}
                href={addressOf("/promises", { open: id })}
                text={text}
                beside={
                  <>
                    to <bdi>{toName ?? "somebody outside"}</bdi>,{" "}
                    {dueOn ? <Day on={dueOn} today={today} /> : "no date"}
                  </>
                }
              />
            ))}
          </ul>
        </Section>
      )}
      <p className="mt-4 text-xs text-muted">
        The first thirty of each are here; all of them are under <TextLink href="/actions">Actions</TextLink>,{" "}
        <TextLink href="/decisions">Decisions</TextLink>, <TextLink href="/promises">Promises</TextLink> and{" "}
        <TextLink href="/questions">Questions</TextLink>.
      </p>
    </>
  );
}

type RecordRowProps = { href: string; text: string; beside: ReactNode; struck?: boolean };

function RecordRow({ href, text, beside, struck }: RecordRowProps) {
  return (
    <li className="group relative flex min-h-(--size-row) flex-wrap items-center gap-x-4 gap-y-0.5 border-b py-1.5 hover:bg-hover">
      <span className={`min-w-0 flex-1 basis-60 text-pretty ${struck ? "text-muted line-through" : ""}`}>
        <RowLink href={href}>{text}</RowLink>
      </span>
      <span className="text-xs text-muted">{beside}</span>
    </li>
  );
}
