import { type State, StateWord } from "#components/ui/state-word";
import type { ListedBlocker } from "#lib/blockers/queries";
import { STATE_WORDS } from "#lib/blockers/states";

const SHAPES: Record<ListedBlocker["state"], State> = {
  proposed: "unmatched",
  open: "blocked",
  owned: "waiting",
  resolved: "done",
  accepted: "told",
  dismissed: "unmatched",
};

/** How a blocker stands, as a word with its shape. */
export function BlockerState({ blocker: { state } }: { blocker: Pick<ListedBlocker, "state"> }) {
  return <StateWord state={SHAPES[state]}>{STATE_WORDS[state]}</StateWord>;
}
