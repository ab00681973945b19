import type { CommandIo } from "#lib/cli/io";
import type { Store } from "#lib/db/store";
import { COMMAND, type Ctx } from "#lib/events/context";
import type { Queue } from "#lib/queue/queue";
import { readConfig } from "#lib/runtime/config";
import { openStore } from "#lib/runtime/runtime";
import { encryptionKeys } from "#lib/runtime/secrets";
import { openVault } from "#lib/runtime/vault";

// What commands do enqueues nothing; a verb that would is not for them.
const NO_QUEUE: Queue = {
  send: async () => {
    throw new Error("A command has no queue.");
  },
  work: async () => {},
  stop: async () => {},
};

/** Runs a command's work in the context of whoever runs this machine, on the database that the environment names. */
export async function withCommandCtx<T>(io: CommandIo, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const config = readConfig(io.env);
  const store: Store = await openStore(config);
  const vault = openVault(() => encryptionKeys(config.dataDir, config.encryptionKey));
  const ports = { store, queue: NO_QUEUE, now: () => new Date(), llm: config.llm, channels: {}, vault };
  try {
    return await work({ ...ports, actor: { kind: "system" }, from: COMMAND });
  } finally {
    await store.close();
  }
}
