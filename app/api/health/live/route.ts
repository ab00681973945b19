export const dynamic = "force-dynamic";

/** The process answers; whether it is of use, /api/health says. */
export async function GET(): Promise<Response> {
  return Response.json({ status: "ok" });
}
