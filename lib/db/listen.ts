import { Client } from "pg";
import type { Unlisten } from "#lib/db/store";

const RECONNECT_MS = 1_000;

/**
 * Listens on a connection of its own and reconnects when it is lost. `onPayload(null)` then says that
 * notifications may have been missed.
 */
export async function listenOn(
  url: string,
  channel: string,
  onPayload: (payload: string | null) => void,
): Promise<Unlisten> {
  let stopped = false;
  let client = await connect();

  async function connect(): Promise<Client> {
    const next = new Client({
      connectionString: url,
      application_name: "countersign-listen",
      keepAlive: true,
    });
    next.on("notification", (message) => onPayload(message.payload ?? ""));
    next.on("error", () => {});
    await next.connect();
    await next.query(`listen "${channel}"`);
    next.on("end", () => void reconnect());
    return next;
  }

  async function reconnect(): Promise<void> {
    while (!stopped) {
      await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS).unref());
      if (stopped) return;
      try {
        client = await connect();
        onPayload(null);
        return;
      } catch {
        // The server is still away; try again in a second.
      }
    }
  }

  return async () => {
    stopped = true;
    await client.end();
  };
}
