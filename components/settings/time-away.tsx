import { AbsenceForm } from "#components/settings/absence-form";
import { ActButton } from "#components/settings/act-button";
import { Row, RowList } from "#components/ui/row-list";
import { Section } from "#components/ui/section";
import type { ListedAbsence } from "#lib/calendar/queries";
import { type Day, formatDay } from "#lib/format/dates";
import type { FormAction, Outcome } from "#lib/web/door";

type TimeAwayProps = {
  person: { id: string; name: string; self: boolean };
  absences: ListedAbsence[];
  today: Day;
  record: FormAction;
  end: (absenceId: string) => Promise<Outcome<unknown>>;
};

/** When somebody is away, now and later, and how to change it. */
export function TimeAway({ person, absences, today, record, end }: TimeAwayProps) {
  const whose = person.self ? "your" : `${person.name}’s`;
  return (
    <Section title="Time away">
      <p className="pt-2 text-pretty text-muted">
        {person.self ? "You are" : `${person.name} is`} asked for no update, reminded of nothing and expected
        nowhere on these days. The team sees the days; nobody is asked why.
      </p>
      {absences.length === 0 ? (
        <p className="py-3 text-muted">Nothing is recorded from today on.</p>
      ) : (
        <RowList label={`${person.self ? "Your" : whose} time away`}>
          {absences.map((absence) => {
            const words = wordsOf(absence, today);
            return (
              <Row
                key={absence.id}
                title={words}
                end={
                  <ActButton
                    act={end.bind(null, absence.id)}
                    label={
                      absence.begun ? `End ${whose} time away today` : `Drop ${whose} time away, ${words}`
                    }
                    short={absence.begun ? "Back today" : "Drop"}
                  />
                }
              />
            );
          })}
        </RowList>
      )}
      <AbsenceForm action={record} userId={person.id} />
    </Section>
  );
}

function wordsOf({ fromOn, untilOn }: ListedAbsence, today: Day): string {
  const from = formatDay(fromOn, { today });
  return fromOn === untilOn ? from : `${from} to ${formatDay(untilOn, { today })}`;
}
