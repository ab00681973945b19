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
