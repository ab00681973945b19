const UNIQUE_VIOLATION = "23505";

/** Whether a database refused a row because another one has the same unique value. Drizzle keeps its error as the cause. */
export function isUniqueViolation(error: unknown): boolean {
  return (
    error instanceof Error && (codeOf(error) === UNIQUE_VIOLATION || codeOf(error.cause) === UNIQUE_VIOLATION)
  );
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
