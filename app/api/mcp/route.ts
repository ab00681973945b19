import { mcpDoor } from "#lib/web/mcp/mcp-door";

export const dynamic = "force-dynamic";

// Each method by name: what isn't exported, Next answers in its own words.
export const GET = mcpDoor;
export const POST = mcpDoor;
export const PUT = mcpDoor;
export const PATCH = mcpDoor;
export const DELETE = mcpDoor;
export const OPTIONS = mcpDoor;
