import { Refused } from "#lib/web/api/problem";
import { MAX_BODY_BYTES } from "#lib/web/machine-paths";

/** The JSON in the body of a request; undefined where there is no body. Reads no further than the most it may hold. */
export async function readJson(request: Request): Promise<unknown> {
  const bytes = await readBytes(request);
  if (bytes.length === 0) return undefined;
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(type))
    throw new Refused("unsupported-media-type", "Send the body as application/json, in UTF-8.");
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new Refused("malformed", "The body is no JSON in UTF-8.");
  }
}

async function readBytes({ body }: Request): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.byteLength;
    if (length > MAX_BODY_BYTES)
      throw new Refused("too-large", `A body has at most ${MAX_BODY_BYTES / 1024 / 1024} MiB.`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
