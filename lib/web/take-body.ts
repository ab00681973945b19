/** A body of a request in memory; null where it is larger than `most` bytes, of which no more is read. */
export async function takeBody({ body, headers }: Request, most: number): Promise<Buffer | null> {
  if (Number(headers.get("content-length") ?? 0) > most) return null;
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.byteLength;
    if (length > most) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
