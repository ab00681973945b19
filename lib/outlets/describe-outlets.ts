import { eq } from "drizzle-orm";
import { slackChannels } from "#drizzle/schema/schema";
import type { Database } from "#lib/db/store";
import { readOutlets } from "#lib/outlets/read-outlets";

/** Where an approval has a draft go, in words for who decides: "#engineering in Slack", "5 people by mail". */
export async function describeOutlets(db: Database, draftId: string): Promise<string[]> {
  const outlets = await readOutlets(db, draftId);
  const slack = outlets.find(({ channel }) => channel === "slack");
  const mails = outlets.filter(({ channel }) => channel === "circular").length;
  const [channel] = slack
    ? await db
        .select({ name: slackChannels.name })
        .from(slackChannels)
        .where(eq(slackChannels.id, slack.recipient))
    : [];
  return [
    ...(channel ? [`#${channel.name} in Slack`] : []),
    ...(mails > 0 ? [`${mails} ${mails === 1 ? "person" : "people"} by mail`] : []),
  ];
}
