import { FilterSelect } from "#components/records/filter-select";
import type { Query } from "#lib/format/address";

type TeamSelectProps = {
  /** What stands for all of them. */
  any?: string;
  teams: { id: string; name: string }[];
  path: string;
  /** What the address says of the list. */
  filters: Query;
};

/** Narrows a page down to one team. Nothing where there are none. */
export function TeamSelect({ any = "Any team", teams, path, filters }: TeamSelectProps) {
  if (teams.length === 0) return null;
  return (
    <FilterSelect
      label="Of which team"
      name="team"
      value={String(filters.team ?? "")}
      options={[{ value: "", label: any }, ...teams.map(({ id, name }) => ({ value: id, label: name }))]}
      path={path}
      keep={filters}
    />
  );
}
