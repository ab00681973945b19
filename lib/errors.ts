export type AppErrorCode = "not_found" | "forbidden" | "conflict" | "invalid" | "unavailable";

/** An expected failure. Its message is written for the person who meets it; `detail` is for the log. */
export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly detail?: unknown;

  constructor(code: AppErrorCode, message: string, detail?: unknown) {
    super(message);
    this.name = "AppError";
    this.code = code;
    this.detail = detail;
  }
}

/** Recognises an AppError by name, because a process may hold two copies of this file; `code` narrows it to one kind. */
export function isAppError(error: unknown, code?: AppErrorCode): error is AppError {
  if (!(error instanceof Error) || error.name !== "AppError" || !("code" in error)) return false;
  return code === undefined || error.code === code;
}

/**
 * What a log may say of an error. Drizzle prints the values of a query in its message: those are people's words, so
 * only its cause is told.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = "params" in error ? "A query failed." : (error.stack ?? error.message);
  return error.cause instanceof Error ? `${own}\nCaused by ${describeError(error.cause)}` : own;
}

/** For work that somebody faster has done already: passes over a lost race, and throws everything else on. */
export function ignoreConflict(error: unknown): undefined {
  if (!isAppError(error, "conflict")) throw error;
}
