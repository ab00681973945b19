import { type NextRequest, NextResponse } from "next/server";
import { isTooLarge } from "#lib/web/body-limit";
import { contentPolicy } from "#lib/web/content-policy";
import { isMachinePath } from "#lib/web/machine-paths";
import { foreignOrigin } from "#lib/web/origin";
import { PATH_HEADER } from "#lib/web/path-header";
import { refuseProgram } from "#lib/web/refuse-program";
import { sessionIdOf } from "#lib/web/session-cookie";
import { readSite } from "#lib/web/site";
import { unreadable } from "#lib/web/unreadable";

const development = process.env.NODE_ENV === "development";
const site = readSite(process.env);

/** Stands before every page and route: refuses foreign changes, strangers' piles and what can’t be read, and gives each answer its content policy. */
export async function proxy(request: NextRequest): Promise<Response> {
  const refused = isMachinePath(request.nextUrl.pathname)
    ? refuseProgram(request, site)
    : await refuseVisitor(request);
  if (refused) return refused;

  const policy = contentPolicy(crypto.randomUUID(), { development });
  const headers = new Headers(request.headers);
  // Next reads the nonce from here and puts it on its scripts.
  headers.set("content-security-policy", policy);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

async function refuseVisitor(request: NextRequest): Promise<NextResponse | null> {
  const foreign = foreignOrigin(request, site);
  if (foreign) return new NextResponse(foreign, { status: 403 });
  if (isTooLarge(request) && !(await sessionIdOf(request.headers, request.cookies)))
    return new NextResponse("Sign in before sending that much.", { status: 413 });
  const lost = await unreadable(request);
  return lost && new NextResponse(lost.sentence, { status: lost.status });
}

export const config = { matcher: "/((?!_next/static/).*)" };
