import { exportLeads } from "#lib/web/export-door";

export async function GET(request: Request): Promise<Response> {
  return exportLeads(new URL(request.url).searchParams);
}
