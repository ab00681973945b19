import { format } from "node:util";
import pino from "pino";
import { AppError, describeError } from "#lib/errors";
import { currentRequest } from "#lib/telemetry/request";

const FORMATS = ["text", "json"] as const;
export type LogFormat = (typeof FORMATS)[number];

/** COUNTERSIGN_LOG: sentences for whoever sits in front, or JSON lines for a collector. */
export function logFormatOf(env: Record<string, string | undefined>): LogFormat {
  const wanted = env.COUNTERSIGN_LOG || "text";
  const known = FORMATS.find((one) => one === wanted);
  if (!known) throw new AppError("invalid", "COUNTERSIGN_LOG is text or json.");
  return known;
}

/**
 * Settles what this process says of itself. Whatever is logged through `console`, ours or a library's, comes without
 * the values of queries, which are people's words; as JSON it has its time, level and request id.
 */
export function settleOutput(as: LogFormat): void {
  const logger = as === "json" && jsonLogger();
  const levels = { error: "error", warn: "warn", info: "info", log: "info" } as const;
  for (const [name, level] of Object.entries(levels) as [keyof typeof levels, "error" | "warn" | "info"][]) {
    const plain = console[name].bind(console);
    console[name] = (...said: unknown[]) => {
      const words = said.map((one) => (one instanceof Error ? describeError(one) : one));
      if (logger) logger[level](format(...words));
      else plain(...words);
    };
  }
}

/** One line for a request that was answered: no query, no body, no person. */
export type Answered = { method: string; path: string; status: number; ms: number };

export function logAnswered({ status, ...request }: Answered): void {
  jsonLogger()[status >= 500 ? "error" : "info"]({ ...request, status }, "answered");
}

let kept: pino.Logger | undefined;

function jsonLogger(): pino.Logger {
  kept ??= pino(
    {
      base: { pid: process.pid },
      messageKey: "message",
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      mixin: () => ({ requestId: currentRequest() }),
    },
    // At once: what was said before a crash is what one looks for.
    pino.destination({ dest: 2, sync: true }),
  );
  return kept;
}
