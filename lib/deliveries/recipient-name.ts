import { sql } from "drizzle-orm";
import { deliveries, slackChannels, users } from "#drizzle/schema/schema";

/** Whom or what a delivery goes to, as people know it: a Slack channel and a colleague by name, all others as they stand. */
export const recipientName = sql<string>`coalesce(case ${deliveries.channel}
  when 'slack' then (select '#' || ${slackChannels.name} from ${slackChannels} where ${slackChannels.id} = ${deliveries.recipient})
  when 'circular' then (select "readers"."name" from ${users} as "readers" where "readers"."id" = ${deliveries.recipient})
end, ${deliveries.recipient})`;
