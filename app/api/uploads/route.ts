import { answerUpload } from "#lib/web/upload-door";

export async function POST(request: Request): Promise<Response> {
  return answerUpload(request);
}
