import { AnswerForm } from "#components/records/answer-form";
import { History } from "#components/records/history";
import { Mentions } from "#components/records/mentions";
import { Moment } from "#components/records/moment";
import { Quotes } from "#components/records/quotes";
import { Fact, Facts, Sheet, SheetPart } from "#components/records/sheet";
import { Day } from "#components/ui/day";
import { Person } from "#components/ui/face";
import { StateWord } from "#components/ui/state-word";
import type { QuestionInFull } from "#lib/questions/queries";
import type { Calendar } from "#lib/users/calendar";
import type { FormAction } from "#lib/web/door";

type QuestionSheetProps = {
  question: QuestionInFull;
  closeHref: string;
  me: string;
  answer: FormAction;
  calendar: Calendar;
};

/** One question: who decides, its answer or the room for one, and its sentence. */
export function QuestionSheet({ question, closeHref, me, answer, calendar }: QuestionSheetProps) {
  return (
    <Sheet label="Open question" closeHref={closeHref}>
      <p className="text-md text-pretty">{question.text}</p>
      <Facts>
        <Fact name="State">
          {question.state === "answered" ? (
            <StateWord state="done">answered</StateWord>
          ) : (
            <StateWord state="waiting">open</StateWord>
          )}
        </Fact>
        <Fact name="Decides">
          {question.deciderName ? (
            <Person name={question.deciderName} me={question.deciderId === me} />
          ) : (
            "nobody was named"
          )}
        </Fact>
        <Fact name="Meeting">
          {question.title}
          {question.heldOn && (
            <>
              , <Day on={question.heldOn} today={calendar.today} />
            </>
          )}
        </Fact>
      </Facts>
      {question.answer && (
        <SheetPart label="Answer">
          <p className="text-md whitespace-pre-line text-pretty">{question.answer}</p>
          <p className="mt-1 text-xs text-faint">
            {question.answeredBy},{" "}
            {question.answeredAt && <Moment at={question.answeredAt} calendar={calendar} />}
          </p>
        </SheetPart>
      )}
      <AnswerForm key={question.id} action={answer} question={question} />
      {question.state === "open" && !question.mayAnswer && (
        <p className="mt-5 text-muted">Who decides this question, a leader or an admin can answer it.</p>
      )}
      <Quotes quotes={question.quotes} origin={question} today={calendar.today} />
      <Mentions mentions={question.mentions} today={calendar.today} />
      <History lines={question.history} madeAt={question.askedAt} calendar={calendar} />
    </Sheet>
  );
}
