import { exportActions } from "#lib/web/export-door";

export async function GET(request: Request): Promise<Response> {
  return exportActions(new URL(request.url).searchParams);
}
