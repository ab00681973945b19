import { answerBeginning } from "#lib/web/import-door";

export async function POST(request: Request): Promise<Response> {
  return answerBeginning(request);
}
