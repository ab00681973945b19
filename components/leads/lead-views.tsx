import { Segmented } from "#components/ui/segmented";
import { addressOf } from "#lib/format/address";

/** Leads as a list or as the pipeline. */
export function LeadViews({ view, who }: { view: "list" | "board"; who: string | undefined }) {
  return (
    <Segmented
      label="How leads are shown"
      value={view}
      segments={[
        { value: "list", label: "List" },
        { value: "board", label: "Board" },
      ]}
      hrefOf={(value) => addressOf(value === "board" ? "/leads/board" : "/leads", { who })}
    />
  );
}
