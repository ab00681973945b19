import { join } from "node:path";
import type { Channels } from "#lib/channels/channel";
import { exportFolder } from "#lib/channels/export-folder";
import { outboxFolder } from "#lib/channels/outbox-folder";
import { smtpSender } from "#lib/channels/smtp";
import { lookUpTxt } from "#lib/channels/txt-records";
import { openPglite } from "#lib/db/open-pglite";
import { openPostgres } from "#lib/db/open-postgres";
import type { Store } from "#lib/db/store";
import type { Ports } from "#lib/events/context";
import { type LiveHub, openLiveHub } from "#lib/events/live";
import { startQueue } from "#lib/queue/queue";
import type { Config } from "#lib/runtime/config";
import { encryptionKeys } from "#lib/runtime/secrets";
import { openVault } from "#lib/runtime/vault";
import { startWorker } from "#lib/runtime/worker";

/** A running Countersign: the ports that verbs need, and the subscription that open pages share. */
export type Runtime = Ports & { live: LiveHub; config: Config; close: () => Promise<void> };

/** What of Countersign this process is: pages, the worker, or both. */
export type Parts = { worker: boolean };

/**
 * Opens the database, migrates it, and starts the queue, the live hub and, if asked, the worker.
 * `close` stops them in the opposite order; runs that are not through go on in the next process.
 */
export async function startRuntime(
  config: Config,
  parts: Parts,
  now: () => Date = () => new Date(),
): Promise<Runtime> {
  const store = await openStore(config);
  const opened: { close: () => Promise<void> }[] = [store];
  try {
    const queue = await startQueue(store);
    opened.push({ close: queue.stop });
    const live = await openLiveHub(store);
    opened.push(live);
    const channels = openChannels(config);
    const vault = openVault(() => encryptionKeys(config.dataDir, config.encryptionKey));
    const ports: Ports = { store, queue, now, llm: config.llm, channels, vault };
    if (parts.worker) opened.push(await startWorker(ports, config));
    return { ...ports, live, config, close: () => closeAll(opened) };
  } catch (error) {
    await closeAll(opened);
    throw error;
  }
}

function openChannels({ dataDir, exportDir, mail, privateMailHosts, site, slackApi }: Config): Channels {
  return {
    ...(exportDir && { export: exportFolder(exportDir) }),
    ...(mail && { smtp: smtpSender(mail) }),
    outbox: outboxFolder(join(dataDir, "outbox")),
    privateHosts: privateMailHosts,
    ...(site && { site }),
    ...(slackApi && { slackApi }),
    lookUpTxt,
  };
}

/** Opens the database that the configuration names, and migrates it. */
export function openStore({ databaseUrl, dataDir, migrationsFolder }: Config): Promise<Store> {
  return databaseUrl ? openPostgres(databaseUrl, migrationsFolder) : openPglite(dataDir, migrationsFolder);
}

async function closeAll(opened: { close: () => Promise<void> }[]): Promise<void> {
  for (const part of opened.splice(0).reverse()) {
    await part.close().catch((error: Error) => console.error(`Not closed cleanly: ${error.message}`));
  }
}
