import { STANDING_WORDS } from "#components/leads/consent-words";
import { FilterSelect } from "#components/records/filter-select";
import { peopleOptions } from "#components/records/people-options";
import { STANDING_FILTERS } from "#lib/consent/standing-filter";
import type { Query } from "#lib/format/address";
import { STAGE_NAMES, STAGE_ORDER } from "#lib/format/lead-stages";

/** Days without anything, by which leads can be narrowed down. */
export const QUIET_DAYS = ["7", "14", "30", "90"] as const;

type LeadFiltersProps = {
  /** What the address says of the list. */
  filters: Query;
  people: { id: string; name: string }[];
  me: string;
};

/** Narrows leads down by stage, by owner and by how long nothing happened. */
export function LeadFilters({ filters, people, me }: LeadFiltersProps) {
  return (
    <>
      <FilterSelect
        label="In which stage"
        name="stage"
        value={String(filters.stage ?? "")}
        options={[
          { value: "", label: "Open" },
          { value: "any", label: "Any stage" },
          ...STAGE_ORDER.map((stage) => ({ value: stage, label: STAGE_NAMES[stage] })),
        ]}
        path="/leads"
        keep={filters}
      />
      <OwnerFilter path="/leads" filters={filters} people={people} me={me} />
      <FilterSelect
        label="Quiet for how long"
        name="quiet"
        icon="clock"
        value={String(filters.quiet ?? "")}
        options={[
          { value: "", label: "Quiet or not" },
          ...QUIET_DAYS.map((days) => ({ value: days, label: `Quiet for ${days} days` })),
        ]}
        path="/leads"
        keep={filters}
      />
      <FilterSelect
        label="With which consent"
        name="consent"
        value={String(filters.consent ?? "")}
        options={[
          { value: "", label: "Any consent" },
          ...STANDING_FILTERS.map((standing) => ({ value: standing, label: STANDING_WORDS[standing] })),
        ]}
        path="/leads"
        keep={filters}
      />
    </>
  );
}

/** Whose leads are shown. */
export function OwnerFilter({ path, filters, people, me }: LeadFiltersProps & { path: string }) {
  return (
    <FilterSelect
      label="Whose leads"
      name="who"
      icon="user"
      value={String(filters.who ?? "")}
      options={[...peopleOptions(people, me), { value: "none", label: "Nobody’s" }]}
      path={path}
      keep={filters}
    />
  );
}
