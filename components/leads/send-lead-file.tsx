import { PART_BYTES } from "#lib/lead-imports/limits";
import type { Sent } from "#lib/web/import-door";

const TRIES = 5;
const WAIT_MS = 1_000;

/**
 * Sends a file part by part, and tells which share of it has arrived. A part that gets no answer is sent again, which
 * adds nothing twice. Answers the id of the import, or a sentence; null where it was stopped.
 */
export async function sendLeadFile(
  file: Blob & { name: string },
  signal: AbortSignal,
  onSent: (share: number) => void,
): Promise<Sent<string> | null> {
  const body = JSON.stringify({ fileName: file.name.toWellFormed(), size: file.size });
  const begun = await ask<{ importId: string }>("/api/lead-imports", body, signal);
  if (!begun?.ok) return begun;
  const { importId } = begun.value;
  for (let number = 0; number * PART_BYTES < file.size; number++) {
    const from = number * PART_BYTES;
    const part = file.slice(from, from + PART_BYTES);
    const sent = await ask(`/api/lead-imports/${importId}?number=${number}`, part, signal);
    if (!sent?.ok) return sent;
    onSent(Math.min(1, (from + part.size) / file.size));
  }
  return { ok: true, value: importId };
}

async function ask<T>(address: string, body: string | Blob, signal: AbortSignal): Promise<Sent<T> | null> {
  for (let tries = 1; ; tries++) {
    const answer = await post<T>(address, body, signal);
    if (signal.aborted) return null;
    if (answer) return answer;
    if (tries === TRIES)
      return { ok: false, message: "The connection broke. Choose the file again when it is back." };
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS * tries));
  }
}

/** Undefined where no answer came, or one of what stands between. */
async function post<T>(
  address: string,
  body: string | Blob,
  signal: AbortSignal,
): Promise<Sent<T> | undefined> {
  try {
    const response = await fetch(address, { method: "POST", body, signal });
    if (response.status >= 502) return undefined;
    const answer: unknown = await response.json();
    return answer && typeof answer === "object" && "ok" in answer ? (answer as Sent<T>) : undefined;
  } catch {
    return undefined;
  }
}
