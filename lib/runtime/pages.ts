import { getRuntime } from "#lib/runtime/handle";
import type { Runtime } from "#lib/runtime/runtime";
import { authSecret } from "#lib/runtime/secrets";
import { LINK_DAYS } from "#lib/sessions/one-time-links";
import { ensureSetupLink } from "#lib/workspace/setup-link";

/** Starts the runtime of a process that serves pages, and gives next-auth its secret. */
export async function startPages(): Promise<Runtime> {
  const runtime = await getRuntime();
  process.env.AUTH_SECRET = authSecret(runtime.config.dataDir, process.env);
  return runtime;
}

/** What to print for whoever sets Countersign up; nothing once there is an admin. */
export async function setupNotice(runtime: Runtime, address: string): Promise<string[]> {
  const token = await ensureSetupLink(runtime);
  if (!token) return [];
  return [
    `Create the first account, which becomes the admin: ${address}/setup/${token}`,
    `The link works once, within ${LINK_DAYS} days, until the next start prints another one.`,
  ];
}
