import { problemResponse, Refused } from "#lib/web/api/problem";
import {
  bringsToken,
  isSignedPath,
  MAX_BODY_BYTES,
  MAX_FORM_BYTES,
  MAX_SIGNED_BYTES,
} from "#lib/web/machine-paths";
import { foreignOrigin } from "#lib/web/origin";
import type { Site } from "#lib/web/site";

/** What somebody without a token may send to where programs ask: nothing of any size. */
const MOST_BYTES_OF_STRANGERS = 32 * 1024;

type Asked = { method: string; headers: Headers; nextUrl: { pathname: string } };

/** The one address where programs send files. */
const FILES_PATH = "/api/v1/sources";

/**
 * Why a request to where programs ask gets no further, or null. Cookies count for nothing there, so that no other site
 * can make use of one, and programs needn't send an Origin; what a browser sends from elsewhere is refused all the same.
 * Bodies are held in memory before a token is looked up, so whoever sends one says how long it is.
 */
export function refuseProgram(request: Asked, site: Site): Response | null {
  const { method, headers } = request;
  const foreign = headers.has("origin") ? foreignOrigin(request, site) : null;
  if (foreign) return problemResponse(new Refused("foreign-origin", foreign));
  if (method === "GET" || method === "HEAD") return null;
  const most = isSignedPath(request.nextUrl.pathname) ? MAX_SIGNED_BYTES : mostWith(request);
  const length = headers.get("content-length");
  const fits = length === null ? !headers.has("transfer-encoding") : Number(length) <= most;
  if (fits) return null;
  const detail = `Say the length of the body in Content-Length. It may be ${most} bytes.`;
  return problemResponse(new Refused("too-large", detail));
}

function mostWith(request: Asked): number {
  return bringsToken(request.headers) ? mostOf(request) : MOST_BYTES_OF_STRANGERS;
}

/** Files come in forms to where sources are submitted, and are larger than texts. */
function mostOf({ headers, nextUrl }: Asked): number {
  const isForm = /^multipart\/form-data\b/i.test(headers.get("content-type") ?? "");
  return isForm && nextUrl.pathname === FILES_PATH ? MAX_FORM_BYTES : MAX_BODY_BYTES;
}
