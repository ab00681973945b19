import type { RequestListener, ServerResponse } from "node:http";
import { turnsOf } from "#lib/files/turns";
import { MOST_WAITING } from "#lib/parsers/limits";

const LARGE = 1024 * 1024;
/** Next keeps what it is sent in memory from the first byte on, whoever reads it: so many large bodies at once. */
export const MOST_LARGE = 8;

/**
 * Hands requests on; those with a large body, or one of no stated length, a few at a time. Of those that wait nothing is
 * read, and where too many wait they are told to come back.
 */
export function boundingBodies(handler: RequestListener): RequestListener {
  const takePlace = turnsOf({ atOnce: MOST_LARGE, waiting: MOST_WAITING });
  return (request, response) => {
    const { "content-length": length, "transfer-encoding": coding } = request.headers;
    if (coding === undefined && !(Number(length ?? 0) > LARGE)) return handler(request, response);
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    takePlace(gone.signal).then(
      (leave) => {
        if (response.closed) return leave();
        response.once("close", leave);
        handler(request, response);
      },
      () => comeBack(response),
    );
  };
}

function comeBack(response: ServerResponse): void {
  if (response.closed) return;
  response
    .writeHead(503, { "retry-after": "10", connection: "close", "content-type": "text/plain; charset=utf-8" })
    .end("Many files come in at the moment. Try again in a minute.");
}
