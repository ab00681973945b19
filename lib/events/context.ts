import type { Role } from "#drizzle/schema/users";
import type { Channels } from "#lib/channels/channel";
import type { Store } from "#lib/db/store";
import type { LlmSettings } from "#lib/llm/settings";
import type { Queue } from "#lib/queue/queue";

/** Who acts: a person on the roster who signed in, or Countersign itself on behalf of nobody. */
export type UserActor = { kind: "user"; id: string; name: string; role: Role };
export type SystemActor = { kind: "system" };
export type Actor = UserActor | SystemActor;

/** What a verb needs from the world. Made by the composition root, never by a page. */
export type Ports = { store: Store; queue: Queue; now: () => Date; llm: LlmSettings; channels: Channels };

/** What every verb is called with: who, when, and the ports. Made by the session, the worker, the command line or a test. */
export type Ctx = Ports & { actor: Actor };
/** A context whose actor is a person. */
export type UserCtx = Ports & { actor: UserActor };
