import { AppError } from "#lib/errors";

/** Where a page of a list ended: the values of the columns it is sorted by, as text. */
export function encodeCursor(values: (string | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}

/** The values of a cursor with `length` columns; `invalid` for anything that no list of ours made. */
export function decodeCursor(cursor: string, length: number): (string | null)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (
      Array.isArray(values) &&
      values.length === length &&
      values.every((v) => v === null || typeof v === "string")
    ) {
      return values;
    }
  } catch {
    // Falls through to the same sentence: a broken cursor is a broken link.
  }
  throw new AppError("invalid", "This link to a page of the list is broken. Go back to its start.");
}
