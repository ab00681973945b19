import { turnsOf } from "#lib/files/turns";
import { MOST_BODIES, MOST_WAITING } from "#lib/parsers/limits";

const takePlace = turnsOf({ atOnce: MOST_BODIES, waiting: MOST_WAITING });

/**
 * Takes the body of a request into memory for as long as `use` works on it; null where it is larger than `most` bytes,
 * of which no more is read. A few are held at once: of those that wait nothing is read, and where too many wait it is
 * `unavailable`.
 */
export async function withBody<T>(
  request: Request,
  most: number,
  use: (body: Buffer | null) => Promise<T>,
): Promise<T> {
  if (Number(request.headers.get("content-length") ?? 0) > most) return use(null);
  const leave = await takePlace(request.signal);
  try {
    return await use(await readUpTo(request.body, most));
  } finally {
    leave();
  }
}

async function readUpTo(body: Request["body"], most: number): Promise<Buffer | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.byteLength;
    if (length > most) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
