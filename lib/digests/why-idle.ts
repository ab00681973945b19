import type { WriterName } from "#drizzle/schema/runs";
import type { Role } from "#drizzle/schema/users";
import type { Database } from "#lib/db/store";
import type { Ctx } from "#lib/events/context";
import { listReachable } from "#lib/outlets/reachable";
import { writerOf } from "#lib/runs/writer";
import type { StandupRow } from "#lib/standups/find-standup";
import { teamOutlets } from "#lib/standups/outlets";
import { standupWorkflow } from "#lib/workflows/registry";

type Given = {
  channel: string;
  recipient: string;
  writer: WriterName;
  workflowVersion: number;
  giverRole: Role;
  giverLeft: boolean;
};
type Held = Pick<StandupRow, "teamId" | "visibility" | "slackChannelId" | "mailTeam">;

/** Says of a standing approval why no digest goes out by it at present, as a sentence; null where they do. */
export async function readIdle(
  ctx: Pick<Ctx, "channels" | "llm">,
  db: Database,
  held: Held,
): Promise<(given: Given) => string | null> {
  const outlets = await teamOutlets(db, held);
  const reachable = await listReachable(ctx, db, outlets);
  const now = writerOf(standupWorkflow, ctx.llm);
  return (given) => {
    const reaches = (outlet: (typeof outlets)[number]) =>
      given.channel === outlet.channel && (given.recipient === "" || given.recipient === outlet.recipient);
    if (given.giverLeft || !["leader", "admin"].includes(given.giverRole))
      return "Whoever gave it is no leader any more.";
    if (given.writer !== now.writer || given.workflowVersion !== now.workflowVersion)
      return "Another version writes digests now.";
    if (!outlets.some(reaches)) return "The team’s digests don’t go there any more.";
    if (!reachable.some(reaches))
      return given.channel === "slack"
        ? "The channel is not linked any more, or Slack is not connected."
        : "No mailbox is set up to write from.";
    return null;
  };
}
