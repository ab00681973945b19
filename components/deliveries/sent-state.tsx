import { type State, StateWord } from "#components/ui/state-word";
import type { DeliveryState } from "#drizzle/schema/deliveries";
import type { SentRow } from "#lib/deliveries/view";

const STATES: Record<DeliveryState, { state: State; mail: string; page: string }> = {
  scheduled: { state: "waiting", mail: "will leave", page: "will be filed" },
  sending: { state: "told", mail: "is leaving", page: "is being filed" },
  sent: { state: "done", mail: "sent", page: "filed" },
  failed: { state: "blocked", mail: "failed", page: "not filed" },
  unknown: { state: "check", mail: "unknown", page: "perhaps filed" },
  returned: { state: "check", mail: "returned", page: "not filed" },
  cancelled: { state: "unmatched", mail: "taken back", page: "taken back" },
};

/** Where a delivery stands, by word and shape. What no mailbox sends says so. */
export function SentState({ row }: { row: Pick<SentRow, "state" | "channel" | "mailbox"> }) {
  const { state, mail, page } = STATES[row.state];
  if (row.state === "sent" && row.mailbox === "outbox")
    return <StateWord state="told">kept as a file</StateWord>;
  return <StateWord state={state}>{row.channel === "export" ? page : mail}</StateWord>;
}
