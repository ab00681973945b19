import type { StoredFacts } from "#components/intake/run-progress";
import type { StepProps, StepState } from "#components/intake/step";
import { formatDuration } from "#lib/format/duration";
import { formatClock, formatTime } from "#lib/format/moments";
import { formatMicros } from "#lib/format/money";
import type { RunProgress } from "#lib/runs/progress-queries";

/** The four steps of a run, in words: stored, written, checked, ready. */
export function stepsOf(
  run: RunProgress,
  source: StoredFacts,
  found: string | null,
  timeZone: string,
): StepProps[] {
  return [
    {
      title: "Stored",
      detail: `${source.lines} lines, ${source.words} words, seen by ${source.seenBy}. Nothing can be lost from here.`,
      at: formatClock(new Date(source.createdAt), timeZone),
      state: "done",
    },
    writing(run, timeZone),
    {
      title: run.state === "done" ? "Checked" : "Checking quotes",
      detail: "Every quote is looked for in the source, people and dates are resolved",
      ...span(run.checkingAt, run.endedAt),
      state: stateOf(run, "checking", run.state === "done"),
    },
    {
      title: "Ready to review",
      detail: run.state === "done" ? found || "Nothing was found that could be a record" : "",
      at: "",
      state: run.state === "done" ? "done" : "todo",
    },
  ];
}

function writing(run: RunProgress, timeZone: string): StepProps {
  const written = run.checkingAt !== null;
  const by =
    run.writer === "rules" ? `built-in rules ${run.version}` : `${run.model}, version ${run.version}`;
  const spent = run.writer === "claude" && written ? ` ${tokens(run)}` : "";
  const waits = run.state === "queued" ? waiting(run, timeZone) : null;
  return {
    title: written ? "Written" : run.state === "queued" ? "Queued" : "Writing",
    detail: waits ?? `${by}.${partOf(run)}${spent}`,
    ...span(run.startedAt, run.checkingAt ?? run.endedAt),
    state: written ? "done" : stateOf(run, run.state === "queued" ? "queued" : "writing", false),
  };
}

function partOf({ part, state, checkingAt }: RunProgress): string {
  if (!part) return "";
  if (checkingAt !== null) return ` In ${part.of} parts.`;
  return state === "writing"
    ? ` Part ${part.number} of ${part.of}.`
    : ` Stopped in part ${part.number} of ${part.of}.`;
}

function waiting(run: RunProgress, timeZone: string): string {
  if (!run.error) return "Waits for its turn.";
  return `${run.error.sentence} It is tried again at ${formatTime(new Date(run.dueAt), timeZone)}.`;
}

function tokens({ tokensIn, tokensOut, costMicros }: RunProgress): string {
  const count = (value: number) => value.toLocaleString("en");
  const cost = costMicros === null ? "cost unknown" : formatMicros(BigInt(costMicros));
  return `${count(tokensIn)} tokens in, ${count(tokensOut)} out, ${cost}.`;
}

function stateOf(run: RunProgress, step: "queued" | "writing" | "checking", done: boolean): StepState {
  if (done) return "done";
  if (run.state === step) return "now";
  const stopped = run.state === "failed" || run.state === "held" || run.state === "cancelled";
  const reached = step === "checking" ? run.checkingAt !== null : true;
  return stopped && reached ? "stopped" : "todo";
}

/** What a step took, or, while it lasts, when it began. */
function span(from: string | null, to: string | null): Pick<StepProps, "at" | "since"> {
  if (from && to) return { at: formatDuration(Date.parse(to) - Date.parse(from)) };
  return from ? { at: "", since: from } : { at: "" };
}
