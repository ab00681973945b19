import { FilterSelect } from "#components/records/filter-select";
import { doorNames } from "#lib/log/doors";
import { type LogGroup, SYSTEM } from "#lib/log/groups";

/** How many days back the log can be narrowed down to, today counted. */
export const LOG_DAYS = ["1", "7", "30", "90"] as const;

type Name = "group" | "who" | "days" | "door";
type LogFiltersProps = {
  filters: Record<Name, string | undefined>;
  /** Everybody but the reader. */
  people: { id: string; name: string }[];
};

/** What happened, who did it, when and from where: each narrows the log down by itself. */
export function LogFilters({ filters, people }: LogFiltersProps) {
  const choices: { name: Name; label: string; options: [value: string, label: string][] }[] = [
    {
      name: "group",
      label: "What happened to",
      options: [["", "All but reading"], ...Object.entries(groupNames)],
    },
    {
      name: "who",
      label: "By whom",
      options: [
        ["", "By anyone"],
        ["me", "By me"],
        [SYSTEM, "By Countersign"],
        ...people.map(({ id, name }): [string, string] => [id, name]),
      ],
    },
    {
      name: "days",
      label: "When",
      options: [["", "At any time"], ...LOG_DAYS.map((days): [string, string] => [days, dayNames[days]])],
    },
    { name: "door", label: "From where", options: [["", "From anywhere"], ...Object.entries(doorNames)] },
  ];
  return choices.map(({ name, label, options }) => (
    <FilterSelect
      key={name}
      label={label}
      name={name}
      icon={name === "who" ? "user" : undefined}
      value={filters[name] ?? ""}
      options={options.map(([value, label]) => ({ value, label }))}
      path="/log"
      keep={filters}
    />
  ));
}

const groupNames: Record<LogGroup, string> = {
  sources: "Sources",
  runs: "Runs",
  drafts: "Drafts",
  reading: "Reading of drafts",
  records: "Actions and questions",
  standups: "Stand-ups",
  leads: "Leads and follow-ups",
  deliveries: "Deliveries",
  notices: "Notices and mail",
  people: "People and settings",
};
const dayNames: Record<(typeof LOG_DAYS)[number], string> = {
  "1": "Today",
  "7": "In 7 days",
  "30": "In 30 days",
  "90": "In 90 days",
};
