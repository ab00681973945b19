import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";

// Next loads modules a second time for its own half of the process; the request is the same one.
const held = globalThis as typeof globalThis & { countersignRequest?: AsyncLocalStorage<string> };

function slot(): AsyncLocalStorage<string> {
  held.countersignRequest ??= new AsyncLocalStorage<string>();
  return held.countersignRequest;
}

/** A new request id, "req_" and ten hexadecimal digits. */
export function newRequestId(): string {
  return `req_${randomBytes(5).toString("hex")}`;
}

/** Runs a request under its id, so that whatever is logged of it can be found together. */
export function withRequest<T>(id: string, work: () => T): T {
  return slot().run(id, work);
}

/** The id of the request that this is done for; undefined in the worker and on the command line. */
export function currentRequest(): string | undefined {
  return slot().getStore();
}
