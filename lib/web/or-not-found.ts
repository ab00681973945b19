import { notFound } from "next/navigation";
import { isAppError } from "#lib/errors";

/** For pages about one thing: where it is not there, or not for the reader, they are the page that says so. */
export async function orNotFound<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (isAppError(error, "not_found")) notFound();
    throw error;
  }
}
