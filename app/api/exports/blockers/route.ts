import { exportBlockers } from "#lib/web/export-door";

export async function GET(request: Request): Promise<Response> {
  return exportBlockers(new URL(request.url).searchParams);
}
