import { systemCtx } from "#lib/web/auth";
import { answerSlackCommand } from "#lib/web/slack-door";

export async function POST(request: Request): Promise<Response> {
  return answerSlackCommand(request, await systemCtx());
}
