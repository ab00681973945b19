import { AppError } from "#lib/errors";
import type { Workflow } from "#lib/workflows/define";
import { followUp } from "#lib/workflows/follow-up/workflow";
import { meetingNotes } from "#lib/workflows/meeting-notes/workflow";
import { standup } from "#lib/workflows/standup/workflow";

/** Every workflow there is, in the order in which pages list them. */
export const workflows: readonly Workflow[] = [meetingNotes, followUp, standup];

/** The workflow of what people paste or upload. */
export const pastedWorkflow: Workflow = meetingNotes;

/** The workflow that writes to leads. */
export const leadWorkflow: Workflow = followUp;

/** The workflow of what teams write each day. */
export const standupWorkflow: Workflow = standup;

/** Those whose sources people bring in by themselves; the others need more than a text. */
export const pastedWorkflows: readonly Workflow[] = workflows.filter(
  ({ needs }) => !needs.includes("lead") && !needs.includes("standup"),
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
