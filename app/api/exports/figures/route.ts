import { exportFigures } from "#lib/web/figures-door";

export async function GET(request: Request): Promise<Response> {
  return exportFigures(new URL(request.url).searchParams);
}
