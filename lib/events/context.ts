import type { Door } from "#drizzle/schema/events";
import type { Role } from "#drizzle/schema/users";
import type { Channels } from "#lib/channels/channel";
import type { Store, Tx } from "#lib/db/store";
import type { LlmSettings } from "#lib/llm/settings";
import type { Queue } from "#lib/queue/queue";
import type { Vault } from "#lib/runtime/vault";

/** Who acts: a person on the roster who signed in, or Countersign itself on behalf of nobody. */
export type UserActor = { kind: "user"; id: string; name: string; role: Role };
export type SystemActor = { kind: "system" };
export type Actor = UserActor | SystemActor;

/** What a verb needs from the world. Made by the composition root, never by a page. */
export type Ports = {
  store: Store;
  queue: Queue;
  now: () => Date;
  llm: LlmSettings;
  channels: Channels;
  vault: Vault;
};

/** Where somebody acts from. Their address and device are personal, and kept beside the log. */
export type From = { door: Door; address: string | null; device: string | null };

/** The command line, where whoever runs this machine acts. */
export const COMMAND: From = { door: "command", address: null, device: null };

/**
 * What a program that may ask twice is given for once: `claim` throws where a request under the same key came first,
 * and `sign` keeps what the transaction returned. Both are part of the verb's own transaction.
 */
export type Receipt = { claim: (tx: Tx) => Promise<void>; sign: (tx: Tx, value: unknown) => Promise<void> };

/** What every verb is called with: who, when, the ports, and from where (absent for what Countersign does of itself). Made by the session, an API token, the worker, the command line or a test. */
export type Ctx = Ports & { actor: Actor; from?: From; receipt?: Receipt };
/** A context whose actor is a person. */
export type UserCtx = Ctx & { actor: UserActor };
