import { TeamSelect } from "#components/records/team-select";
import { TakeFigures } from "#components/today/take-figures";
import { Segmented } from "#components/ui/segmented";
import { addressOf, type Query } from "#lib/format/address";

type WeekBarProps = {
  period: "week" | "month" | "quarter";
  ago: 0 | 1;
  /** What the address says of the week. */
  filters: Query;
  teams: { id: string; name: string }[];
};

const NAMES = { week: "week", month: "month", quarter: "quarter" };

/** Which week, month or quarter the figures are of, and of whom. */
export function WeekBar({ period, ago, filters, teams }: WeekBarProps) {
  return (
    <div className="flex flex-none flex-wrap items-center gap-2 border-b px-4 py-2 md:px-6 print:hidden">
      <Segmented
        label="Period"
        value={period}
        segments={[
          { value: "week", label: "Week" },
          { value: "month", label: "Month" },
          { value: "quarter", label: "Quarter" },
        ]}
        hrefOf={(value) => addressOf("/", { ...filters, period: value === "week" ? null : value })}
      />
      <Segmented
        label="Which"
        value={String(ago)}
        segments={[
          { value: "0", label: `This ${NAMES[period]}` },
          { value: "1", label: "The one before" },
        ]}
        hrefOf={(value) => addressOf("/", { ...filters, ago: value === "0" ? null : value })}
      />
      <TeamSelect any="Everybody" teams={teams} path="/" filters={filters} />
      <span className="ml-auto flex">
        <TakeFigures csv={addressOf("/api/exports/figures", { ...filters, people: null })} />
      </span>
    </div>
  );
}
