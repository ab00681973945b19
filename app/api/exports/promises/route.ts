import { exportPromises } from "#lib/web/export-door";

export async function GET(request: Request): Promise<Response> {
  return exportPromises(new URL(request.url).searchParams);
}
