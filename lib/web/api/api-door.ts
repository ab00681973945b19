import { getRuntime } from "#lib/runtime/handle";
import { answerApi } from "#lib/web/api/answer-api";

/** The door of programs: answers whatever comes below /api/v1. */
export async function apiDoor(request: Request): Promise<Response> {
  return answerApi(await getRuntime(), request);
}
