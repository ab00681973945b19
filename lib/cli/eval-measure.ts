import type { UsedWriter } from "#lib/cli/writer";
import type { Workflow } from "#lib/workflows/define";

/** What is measured: the labelled texts, which of them are kept back, and who writes them. */
export type Measuring = {
  path: string;
  variant: "input" | "raw";
  keptBack: string[];
  workflow: Workflow;
  writer: UsedWriter;
};

/** What came of it: a line a text, a line of figures a set of texts, and the milliseconds that each text took. */
export type Result = { predictions: object[]; figures: object[]; times: number[] };

/** How well a writer finds what people labelled. Rejects where the texts can't be read. */
export type Measure = (measuring: Measuring) => Promise<Result>;

/** What is known about a labelled text besides its words: nothing. */
export const nothingElse = () => ({ name: "", heldOn: null, timeZone: "UTC", roster: [], now: new Date() });
