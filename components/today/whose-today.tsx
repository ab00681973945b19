import { Segmented } from "#components/ui/segmented";

const SEGMENTS = [
  { value: "company", label: "Company" },
  { value: "mine", label: "Yours" },
];

/** For leaders: what needs attention in the company, or what waits for them alone. */
export function WhoseToday({ whose }: { whose: "company" | "mine" }) {
  return (
    <Segmented
      label="Whose"
      segments={SEGMENTS}
      value={whose}
      hrefOf={(value) => (value === "mine" ? "/?whose=mine" : "/")}
    />
  );
}
