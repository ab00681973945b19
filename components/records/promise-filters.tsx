import { FilterSelect } from "#components/records/filter-select";
import { peopleOptions } from "#components/records/people-options";
import { Segmented } from "#components/ui/segmented";
import { addressOf, type Query } from "#lib/format/address";

/** Which promises a list shows: those due from today on or without a day, or those before. */
export type PromiseShow = "ahead" | "past";

type PromiseFiltersProps = {
  show: PromiseShow;
  counts: Record<PromiseShow, number>;
  /** What the address says of the list. */
  filters: Query;
  people: { id: string; name: string }[];
  /** Names of those to whom something was promised. */
  recipients: string[];
  me: string;
};

/** Narrows promises down by their day, by who made them and to whom. */
export function PromiseFilters({ show, counts, filters, people, recipients, me }: PromiseFiltersProps) {
  const to = String(filters.to ?? "");
  const names = to === "" || recipients.includes(to) ? recipients : [to, ...recipients];
  return (
    <>
      <Segmented
        label="Which promises"
        value={show}
        segments={[
          { value: "ahead", label: "Ahead", count: counts.ahead },
          { value: "past", label: "Past their day", count: counts.past },
        ]}
        hrefOf={(value) => addressOf("/promises", { ...filters, show: value === "ahead" ? null : value })}
      />
      <FilterSelect
        label="Who promised"
        name="who"
        icon="user"
        value={String(filters.who ?? "")}
        options={peopleOptions(people, me)}
        path="/promises"
        keep={filters}
      />
      {names.length > 0 && (
        <FilterSelect
          label="To whom"
          name="to"
          value={to}
          options={[
            { value: "", label: "To anyone" },
            ...names.map((name) => ({ value: name, label: `To ${name}` })),
          ]}
          path="/promises"
          keep={filters}
        />
      )}
    </>
  );
}
