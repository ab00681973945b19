import { systemCtx } from "#lib/web/auth";
import { answerSlackEvent } from "#lib/web/slack-door";

export async function POST(request: Request): Promise<Response> {
  return answerSlackEvent(request, await systemCtx());
}
