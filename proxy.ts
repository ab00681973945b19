import { type NextRequest, NextResponse } from "next/server";
import { isTooLarge } from "#lib/web/body-limit";
import { contentPolicy } from "#lib/web/content-policy";
import { foreignOrigin } from "#lib/web/origin";
import { PATH_HEADER } from "#lib/web/path-header";
import { readSite } from "#lib/web/site";

const development = process.env.NODE_ENV === "development";
const site = readSite(process.env);

/** Stands before every page and route: refuses foreign changes, and gives each answer its content policy. */
export function proxy(request: NextRequest): NextResponse {
  const refused = foreignOrigin(request, site);
  if (refused) return new NextResponse(refused, { status: 403 });
  if (isTooLarge(request)) return new NextResponse("Sign in before sending that much.", { status: 413 });

  const policy = contentPolicy(crypto.randomUUID(), { development });
  const headers = new Headers(request.headers);
  // Next reads the nonce from here and puts it on its scripts.
  headers.set("content-security-policy", policy);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = { matcher: "/((?!_next/static/).*)" };
