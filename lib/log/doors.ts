import type { Door } from "#drizzle/schema/events";

/** The ways into Countersign that the log tells apart, as it names them. */
export const doorNames: Record<Door, string> = {
  page: "From pages",
  command: "From the command line",
  api: "Over the API",
  mcp: "Over MCP",
  slack: "From Slack",
};
export const LOG_DOORS = Object.keys(doorNames) as [Door, ...Door[]];
