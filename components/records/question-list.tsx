import { RowLink } from "#components/records/row-link";
import { Day } from "#components/ui/day";
import { Person } from "#components/ui/face";
import { StateWord } from "#components/ui/state-word";
import { addressOf, type Query } from "#lib/format/address";
import type { ListedQuestion } from "#lib/questions/queries";
import type { Calendar } from "#lib/users/calendar";

type QuestionListProps = {
  questions: ListedQuestion[];
  keep: Query;
  openId: string | undefined;
  me: string;
  calendar: Calendar;
};

/** Questions, the last asked first: what, who decides, and the answer where there is one. */
export function QuestionList({ questions, keep, openId, me, calendar }: QuestionListProps) {
  return (
    <ul aria-label="Questions">
      {questions.map((question) => (
        <QuestionRow
          key={question.id}
          question={question}
          href={addressOf("/questions", { ...keep, open: question.id })}
          current={question.id === openId}
          mine={question.deciderId === me}
          calendar={calendar}
        />
      ))}
    </ul>
  );
}

type QuestionRowProps = {
  question: ListedQuestion;
  href: string;
  current: boolean;
  mine: boolean;
  calendar: Calendar;
};

function QuestionRow({ question, href, current, mine, calendar }: QuestionRowProps) {
  return (
    <li
      data-row
      className={`group relative flex min-h-(--size-row-2) items-center gap-4 border-b px-4 py-2 md:px-6 ${current ? "bg-accent-bg" : "hover:bg-hover has-focus-visible:bg-hover"}`}
    >
      <span className="w-20 flex-none self-start text-xs leading-5 text-muted">
        {question.heldOn && <Day on={question.heldOn} today={calendar.today} />}
      </span>
      <div className="min-w-0 flex-1">
        <div className="text-pretty">
          <RowLink href={href} current={current}>
            {question.text}
          </RowLink>
        </div>
        <div className="truncate text-xs text-faint">
          <span className="md:hidden">
            <Decides name={question.deciderName} mine={mine} />
          </span>
          {question.answer ? <span className="text-muted">{question.answer}</span> : question.title}
        </div>
      </div>
      <div className="flex w-36 flex-none flex-col items-start gap-0.5 text-xs text-muted max-md:hidden">
        {question.deciderName ? (
          <Person name={question.deciderName} me={mine} size="sm">
            {mine ? "You decide" : question.deciderName}
          </Person>
        ) : (
          <span className="text-faint">nobody decides</span>
        )}
      </div>
      <span className="flex w-20 flex-none justify-end max-md:hidden">
        {question.state === "answered" ? (
          <StateWord state="done">answered</StateWord>
        ) : (
          <StateWord state="waiting">open</StateWord>
        )}
      </span>
    </li>
  );
}

/** For a phone, where who decides has no column: "Bo Tran decides. ". */
function Decides({ name, mine }: { name: string | null; mine: boolean }) {
  if (mine) return "You decide. ";
  if (!name) return null;
  return (
    <>
      <bdi>{name}</bdi> decides.{" "}
    </>
  );
}
