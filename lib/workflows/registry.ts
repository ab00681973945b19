import { AppError } from "#lib/errors";
import type { Need, Workflow } from "#lib/workflows/define";
import { followUp } from "#lib/workflows/follow-up/workflow";
import { meetingNotes } from "#lib/workflows/meeting-notes/workflow";
import { standup } from "#lib/workflows/standup/workflow";
import { weeklyBrief } from "#lib/workflows/weekly-brief/workflow";

/** Every workflow there is, in the order in which pages list them. */
export const workflows: readonly Workflow[] = [meetingNotes, followUp, standup, weeklyBrief];

/** The workflow of what people paste or upload. */
export const pastedWorkflow: Workflow = meetingNotes;

/** The workflow that writes to leads. */
export const leadWorkflow: Workflow = followUp;

/** The workflow of what teams write each day. */
export const standupWorkflow: Workflow = standup;

/** The workflow that tells leaders of their week. */
export const briefWorkflow: Workflow = weeklyBrief;

/** What nobody can paste: a lead, a team's day, the figures of a week. */
const KNOWN_BY_CODE: Need[] = ["lead", "standup", "week"];

/** Those whose sources people bring in by themselves; the others need more than a text. */
export const pastedWorkflows: readonly Workflow[] = workflows.filter(
  ({ needs }) => !needs.some((need) => KNOWN_BY_CODE.includes(need)),
);

/** Those that can be written from a text alone. */
export const textWorkflows: readonly Workflow[] = workflows.filter(
  (workflow) => pastedWorkflows.includes(workflow) || workflow.fromText !== undefined,
);

/** The workflow with a key; undefined where there is none. */
export function findWorkflow(key: string): Workflow | undefined {
  return workflows.find((workflow) => workflow.key === key);
}

/** The workflow with a key; `not_found` where there is none. */
export function getWorkflow(key: string): Workflow {
  const workflow = findWorkflow(key);
  if (!workflow) throw new AppError("not_found", `There is no workflow “${key}”.`);
  return workflow;
}
