import { getRuntime } from "#lib/runtime/handle";
import { answerMcp } from "#lib/web/mcp/answer-mcp";

/** The door of models' programs. */
export async function mcpDoor(request: Request): Promise<Response> {
  return answerMcp(await getRuntime(), request);
}
