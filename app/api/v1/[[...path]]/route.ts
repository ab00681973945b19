import { apiDoor } from "#lib/web/api/api-door";

export const dynamic = "force-dynamic";

// Each method by name: what isn't exported, Next answers in its own words.
export const GET = apiDoor;
export const POST = apiDoor;
export const PUT = apiDoor;
export const PATCH = apiDoor;
export const DELETE = apiDoor;
export const OPTIONS = apiDoor;
