import { type State, StateWord } from "#components/ui/state-word";
import type { ListedImport } from "#lib/lead-imports/view";

const STATES: Record<ListedImport["state"], { state: State; word: string }> = {
  reading: { state: "waiting", word: "Reading" },
  mapping: { state: "check", word: "Waits for you" },
  importing: { state: "waiting", word: "Importing" },
  done: { state: "done", word: "Done" },
  failed: { state: "blocked", word: "Failed" },
  discarded: { state: "unmatched", word: "Discarded" },
};

/** How far an import is, as a word with its shape. */
export function ImportStateWord({ state }: { state: ListedImport["state"] }) {
  const { word, state: shape } = STATES[state];
  return <StateWord state={shape}>{word}</StateWord>;
}
