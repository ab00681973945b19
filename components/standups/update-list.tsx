import { Moment } from "#components/records/moment";
import { Badge } from "#components/ui/badge";
import { Person } from "#components/ui/face";
import { StateWord } from "#components/ui/state-word";
import { TextLink } from "#components/ui/text-link";
import type { DayPerson } from "#lib/standups/day-queries";
import type { Calendar } from "#lib/users/calendar";

/** `histories`: whether the reader leads the team, and so may see what each of them said over time. */
type UpdateListProps = {
  people: DayPerson[];
  me: string;
  calendar: Calendar;
  isOver: boolean;
  histories: boolean;
};

/** Everybody of a stand-up, with what they wrote or why they didn't. */
export function UpdateList({ people, me, calendar, isOver, histories }: UpdateListProps) {
  return (
    <ul aria-label="Updates">
      {people.map((person) => (
        <li key={person.id ?? person.update?.sourceId} className="border-b py-3 last:border-b-0">
          <div className="flex min-h-6 flex-wrap items-center gap-2">
            <span className="min-w-0 font-medium">
              <Person name={person.name} me={person.id === me} />
            </span>
            {person.update?.late && (
              <Badge tone="warn" icon="clock">
                late
              </Badge>
            )}
            <span className="ml-auto flex items-center gap-2 text-xs text-muted">
              <Standing person={person} isOver={isOver} />
              {person.update && (
                <>
                  <Moment at={person.update.changedAt} calendar={calendar} show="time" />
                  <TextLink href={`/sources/${person.update.sourceId}`}>Source</TextLink>
                </>
              )}
              {person.id && (histories || person.id === me) && (
                <TextLink href={`/standups/people/${person.id}`}>
                  Over time<span className="sr-only">: {person.name}</span>
                </TextLink>
              )}
            </span>
          </div>
          {person.update && (
            <p
              dir="auto"
              className="max-w-(--size-measure) pt-1 pl-6.5 text-md wrap-anywhere whitespace-pre-wrap"
            >
              {person.update.text.trim()}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function Standing({ person: { away, update }, isOver }: { person: DayPerson; isOver: boolean }) {
  if (update) return null;
  if (away) return <StateWord state="unmatched">{away}</StateWord>;
  return isOver ? (
    <StateWord state="check">wrote nothing</StateWord>
  ) : (
    <StateWord state="waiting">nothing yet</StateWord>
  );
}
