import { DayDots, Dot } from "#components/charts/day-dots";
import { CellLink } from "#components/records/row-link";
import type { RowsOf } from "#components/today/rows-of";
import { WeekPart } from "#components/today/week-part";
import { Face } from "#components/ui/face";
import { TextLink } from "#components/ui/text-link";
import type { Adoption } from "#lib/figures/people-queries";

const FIRST = 9;

type AdoptionListProps = {
  adoption: Adoption;
  /** Whether everybody is shown. */
  all: boolean;
  /** Leads to everybody, or back to the first. */
  otherHref: string;
  /** The way to the rows behind a figure. */
  rowsOf: RowsOf;
  me: string;
};

/** Who sends sources and who decides, by name: it is no ranking. */
export function AdoptionList({
  adoption: { people, active },
  all,
  otherHref,
  rowsOf,
  me,
}: AdoptionListProps) {
  const shown = all ? people : people.slice(0, FIRST);
  return (
    <WeekPart title="Adoption" period={`${active} of ${people.length} this week`}>
      <table className="w-full text-xs">
        <caption className="sr-only">Who sends sources and who decides, by name</caption>
        <thead>
          <tr className="text-faint">
            <th scope="col" className="font-normal">
              Person
            </th>
            <th scope="col" className="w-19 font-normal whitespace-nowrap">
              Mon to Fri
            </th>
            <th scope="col" className="pl-2.5 text-right font-normal">
              Decided
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ id, name, days, decided }) => (
            <tr key={id}>
              <th scope="row" className="h-6 w-full max-w-0 font-normal">
                <span className="flex min-w-0 items-center gap-1.5">
                  <Face name={name} size="sm" me={id === me} />
                  <span className="truncate has-focus-visible:whitespace-normal">
                    <CellLink href={rowsOf("sent", { who: id })}>{name}</CellLink>
                  </span>
                </span>
              </th>
              <td>
                <DayDots days={days} />
              </td>
              <td className="text-right">
                <CellLink href={rowsOf("decided", { who: id })}>{decided}</CellLink>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-1 flex flex-wrap items-center gap-x-3 text-xs text-faint">
        <span>
          <Dot day="decided" /> decided
        </span>
        <span>
          <Dot day="sent" /> sent sources
        </span>
        {people.length > FIRST && (
          <TextLink href={otherHref} stay>
            {all ? "Fewer" : `All ${people.length}`}
          </TextLink>
        )}
      </p>
    </WeekPart>
  );
}
