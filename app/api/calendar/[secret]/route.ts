import { answerCalendar } from "#lib/web/calendar-door";

type Params = { params: Promise<{ secret: string }> };

export async function GET(request: Request, { params }: Params): Promise<Response> {
  return answerCalendar(request, (await params).secret);
}
