import { FilterSelect } from "#components/records/filter-select";
import { peopleOptions } from "#components/records/people-options";
import { TeamSelect } from "#components/records/team-select";
import { Segmented } from "#components/ui/segmented";
import { addressOf, type Query } from "#lib/format/address";

/** Which blockers a list shows. */
export const BLOCKER_SHOWS = ["live", "resolved", "accepted", "dismissed"] as const;
export type BlockerShow = (typeof BLOCKER_SHOWS)[number];

/** Stands in the address for blockers that nobody unblocks. */
export const NOBODY = "nobody";

type Named = { id: string; name: string };
type BlockerFiltersProps = {
  show: BlockerShow;
  live: number;
  /** What the address says of the list. */
  filters: Query;
  people: Named[];
  teams: Named[];
  me: string;
};

/** Narrows blockers down by how they stand, whose they are, who unblocks them, and team. */
export function BlockerFilters({ show, live, filters, people, teams, me }: BlockerFiltersProps) {
  const [anyone, ...owners] = peopleOptions(people, me, { anyone: "Any owner", me: "Owned by me" });
  const nobody = { value: NOBODY, label: "Owned by nobody" };
  return (
    <>
      <Segmented
        label="Which blockers"
        value={show}
        segments={[
          { value: "live", label: "Open", count: live },
          { value: "resolved", label: "Resolved" },
          { value: "accepted", label: "Lived with" },
          { value: "dismissed", label: "No blocker" },
        ]}
        hrefOf={(value) => addressOf("/blockers", { ...filters, show: value === "live" ? null : value })}
      />
      <FilterSelect
        label="Whose blockers"
        name="who"
        icon="user"
        value={String(filters.who ?? "")}
        options={peopleOptions(people, me, { anyone: "Anybody’s", me: "Mine" })}
        path="/blockers"
        keep={filters}
      />
      <FilterSelect
        label="Who unblocks them"
        name="owner"
        value={String(filters.owner ?? "")}
        options={[...(anyone ? [anyone] : []), nobody, ...owners]}
        path="/blockers"
        keep={filters}
      />
      <TeamSelect teams={teams} path="/blockers" filters={filters} />
    </>
  );
}
