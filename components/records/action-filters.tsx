import { FilterSelect } from "#components/records/filter-select";
import { peopleOptions } from "#components/records/people-options";
import { TeamSelect } from "#components/records/team-select";
import { Segmented } from "#components/ui/segmented";
import { addressOf, type Query } from "#lib/format/address";

/** Which actions a list shows. */
export type ActionShow = "open" | "overdue" | "done" | "cancelled";

type Named = { id: string; name: string };
type ActionFiltersProps = {
  show: ActionShow;
  counts: { open: number; overdue: number };
  /** What the address says of the list. */
  filters: Query;
  people: Named[];
  teams: Named[];
  me: string;
};

/** Narrows actions down by state, by person and by the team of their owner. */
export function ActionFilters({ show, counts, filters, people, teams, me }: ActionFiltersProps) {
  return (
    <>
      <Segmented
        label="Which actions"
        value={show}
        segments={[
          { value: "open", label: "Open", count: counts.open },
          { value: "overdue", label: "Overdue", count: counts.overdue },
          { value: "done", label: "Done" },
          { value: "cancelled", label: "Cancelled" },
        ]}
        hrefOf={(value) => addressOf("/actions", { ...filters, show: value === "open" ? null : value })}
      />
      <FilterSelect
        label="Whose actions"
        name="who"
        icon="user"
        value={String(filters.who ?? "")}
        options={peopleOptions(people, me)}
        path="/actions"
        keep={filters}
      />
      <TeamSelect teams={teams} path="/actions" filters={filters} />
    </>
  );
}
