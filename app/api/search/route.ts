import { answerSearch } from "#lib/web/search-door";

export const dynamic = "force-dynamic";

export async function GET(request: Request): Promise<Response> {
  return answerSearch(request);
}
