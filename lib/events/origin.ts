import { randomBytes } from "node:crypto";
import { hashOf } from "#lib/events/canonical";
import type { From } from "#lib/events/context";

/** What is kept beside an event of where it came from. */
export type Origin = { salt: string; address: string | null; device: string | null };

/** What to keep of somebody's whereabouts, or null where nothing is known of them. */
export function originOf(from: From | undefined): Origin | null {
  if (!from?.address && !from?.device) return null;
  return { salt: randomBytes(16).toString("hex"), address: from.address, device: from.device };
}

/** What the event itself says of its origin, and the seal covers: nothing can be read off it. */
export function originHash({ salt, address, device }: Origin): string {
  return hashOf({ salt, address, device });
}
