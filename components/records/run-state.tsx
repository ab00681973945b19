import { type State, StateWord } from "#components/ui/state-word";
import type { RunState as StateOfRun } from "#drizzle/schema/runs";

const STATES: Record<StateOfRun, { state: State; word: string }> = {
  queued: { state: "waiting", word: "queued" },
  writing: { state: "told", word: "writing" },
  checking: { state: "told", word: "checking" },
  done: { state: "done", word: "done" },
  failed: { state: "blocked", word: "failed" },
  held: { state: "check", word: "held" },
  cancelled: { state: "unmatched", word: "stopped" },
};

/** Where a run stands, by word and shape; a queued one that failed before waits for its next try. */
export function RunState({ run }: { run: { state: StateOfRun; error: unknown } }) {
  const { state, word } = STATES[run.state];
  return <StateWord state={state}>{run.state === "queued" && run.error ? "waits to retry" : word}</StateWord>;
}
