"use client";

import { useDesk } from "#components/review/desk-context";
import { keptWords } from "#components/review/forms";
import { useMarkedSources } from "#components/review/use-marked-sources";
import { countOf, listOf } from "#components/review/words";
import { Reason } from "#components/ui/reason";

/** Says that no model wrote this, and how much is left to a person's eye. */
export function RulesReason({ words }: { words?: string | undefined }) {
  if (words === undefined) return <FoundByRules />;
  return (
    <Reason tone="info" title="No model was connected.">
      {words}
    </Reason>
  );
}

function FoundByRules() {
  const { draft } = useDesk();
  const left = useMarkedSources()
    .flatMap(({ lines }) => lines)
    .reduce((count, line) => count + line.unmatched.length, 0);
  const found = keptWords(
    draft.sections.filter((section) => section.person),
    draft.proposed.map((statement) => ({ ...statement, kept: true })),
  );
  return (
    <Reason tone="info" title="No model was connected.">
      Built-in rules found {listOf(found) || "nothing"}. They miss what is said between the lines
      {left > 0
        ? `, so ${countOf(left, "sentence")} ${left === 1 ? "is" : "are"} left for you to look at.`
        : "."}
    </Reason>
  );
}
