import { answerPart, answerProgress } from "#lib/web/import-door";

type Asked = { params: Promise<{ id: string }> };

export async function GET(_request: Request, { params }: Asked): Promise<Response> {
  return answerProgress((await params).id);
}

export async function POST(request: Request, { params }: Asked): Promise<Response> {
  return answerPart(request, (await params).id);
}
