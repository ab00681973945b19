const UNIQUE_VIOLATION = "23505";
const QUERY_CANCELED = "57014";
const DEADLOCK_DETECTED = "40P01";

/** Whether a database refused a row because another one has the same unique value. Drizzle keeps its error as the cause. */
export function isUniqueViolation(error: unknown): boolean {
  return hasCode(error, UNIQUE_VIOLATION);
}

/** Whether a database stopped a statement because it took longer than it may. */
export function isStopped(error: unknown): boolean {
  return hasCode(error, QUERY_CANCELED);
}

/** Whether a database ended a transaction because it and another one waited for each other. Nothing of it was kept. */
export function isDeadlock(error: unknown): boolean {
  return hasCode(error, DEADLOCK_DETECTED);
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && (codeOf(error) === code || codeOf(error.cause) === code);
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
