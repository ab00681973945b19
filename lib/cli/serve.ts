import { ensureBuilt } from "#lib/cli/build";
import { checkPort, listen } from "#lib/cli/http-server";
import { untilSignal } from "#lib/cli/until-signal";
import { AppError } from "#lib/errors";
import { stopRuntime } from "#lib/runtime/handle";
import { startPages } from "#lib/runtime/pages";
import type { Runtime } from "#lib/runtime/runtime";
import { logFormatOf, settleOutput } from "#lib/telemetry/log-output";
import { observed } from "#lib/telemetry/observe";
import { readSignInWays } from "#lib/web/sign-in-ways";
import { readSite } from "#lib/web/site";

const DEFAULT_PORT = 3000;

/** What to print once pages are served at `address`, and what to do before. */
export type Opening = (runtime: Runtime, address: string) => Promise<string[]>;

/**
 * Builds where needed, opens the database, serves the pages, and stays until a signal stops it. `prepare` runs when
 * the pages are built and before the database is opened.
 */
export async function serve(opening: Opening, prepare: () => Promise<void> = async () => {}): Promise<never> {
  Object.assign(process.env, { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
  const format = logFormatOf(process.env);
  settleOutput(format);
  const port = readPort(process.env.PORT);
  // Everybody on the network only when asked: there is no https here.
  const host = process.env.COUNTERSIGN_HOST || "127.0.0.1";
  // A setting that can't be used stops the start, not the first sign-in.
  readSignInWays(process.env);
  const address = readSite(process.env).url?.origin ?? `http://localhost:${port}`;
  await checkPort(port, host);
  await ensureBuilt(process.cwd());
  await prepare();
  const runtime = await startPages();
  const lines = await opening(runtime, address);
  const pages = await preparePages(host, port);
  const answer = observed((request, response) => void pages.handle(request, response), format);
  const server = await listen(answer, port, host);
  const stopped = untilSignal(async () => {
    await server.close();
    await pages.close();
    await stopRuntime();
  });
  console.log([`Countersign is at ${address}`, ...lines].join("\n"));
  return stopped;
}

function readPort(text = String(DEFAULT_PORT)): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new AppError("invalid", "PORT is a whole number from 1 to 65535.");
}

// Imported late: Next looks at NODE_ENV when it is loaded.
async function preparePages(hostname: string, port: number) {
  const { default: next } = await import("next");
  const app = next({ dev: false, dir: process.cwd(), hostname, port });
  await app.prepare();
  return { handle: app.getRequestHandler(), close: () => app.close() };
}
