import { type ParseArgsConfig, parseArgs } from "node:util";
import { z } from "zod";
import { AppError } from "#lib/errors";

/** Reads options and file names. What can't be read is `invalid`, in one sentence that ends in where help is. */
export function readArguments<T extends NonNullable<ParseArgsConfig["options"]>>(argv: string[], options: T) {
  try {
    return parseArgs({ args: argv, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw usage(error instanceof Error ? error.message.split(". ")[0]! : String(error));
  }
}

/** A mistake in how a command was called. */
export function usage(message: string): AppError {
  return new AppError("invalid", `${message.replace(/\.$/, "")}. See --help.`);
}

/** The writer named by --writer. */
export function writerOption(name: string | undefined): "rules" | "claude" {
  if (name === "rules" || name === "claude") return name;
  throw usage("--writer is “rules” or “claude”");
}

/** The day given by --date, as YYYY-MM-DD. */
export function dateOption(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!z.iso.date().safeParse(text).success) throw usage("--date is a day such as 2026-11-20");
  return text;
}

/** The time zone given by --timezone; the machine's own where none is. */
export function timeZoneOption(name: string | undefined): string {
  if (name === undefined) return Intl.DateTimeFormat().resolvedOptions().timeZone;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    throw usage("--timezone is a name such as America/Toronto");
  }
}
