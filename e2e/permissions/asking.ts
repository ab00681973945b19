import type { SignedIn } from "#e2e/permissions/cells";
import type { SharedApp } from "#e2e/permissions/shared-app";
import { NOWHERE } from "#e2e/permissions/shared-meeting";

/** What came back. `to` is where it leads on this site, `action` where a server action leads. */
export type Answered = { status: number; to: string | null; action: string | null; text: string };

type Asking = { method?: string; headers?: Record<string, string | null>; body?: FormData | string };

/**
 * Asks as a browser of somebody's would, without following where it is led; a visitor has no session. What changes
 * something says that it comes from this site, unless `headers` say otherwise; null leaves one out.
 */
export async function ask(
  app: SharedApp,
  path: string,
  who: SignedIn | "visitor",
  { method = "GET", headers = {}, body }: Asking = {},
): Promise<Answered> {
  const own = { origin: method === "GET" ? null : app.url, cookie: await app.cookieOf(who) };
  const sent = Object.entries({ ...own, ...headers }).filter(([, value]) => value !== null);
  const response = await fetch(app.url + path, {
    method,
    body,
    headers: Object.fromEntries(sent) as Record<string, string>,
    redirect: "manual",
  });
  const { status } = response;
  const to = response.headers.get("location")?.replace(app.url, "") ?? null;
  const action = response.headers.get("x-action-redirect");
  if (response.headers.get("content-type") !== "text/event-stream")
    return { status, to, action, text: await response.text() };
  await response.body?.cancel();
  return { status, to, action, text: "" };
}

/** The parts of a page, without what differs from one answer to the next or names what was asked for. */
export function partsOf(text: string, shared: SharedApp["shared"]): string[] {
  const names = [NOWHERE, ...Object.values(shared)].flatMap(({ statement: _, ...ids }) => Object.values(ids));
  const told = text
    .replace(new RegExp(names.join("|"), "g"), "ID")
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "NONCE")
    .replace(/\b1[0-9]{12}\b/g, "NOW");
  // React numbers, sends and cuts the rows of a page as they happen to be ready.
  return told
    .replace(/"\]\)<\/script><script[^>]*>self\.__next_f\.push\(\[1,"/g, "")
    .replace(/\$[A-Za-z]?[0-9a-f]+\b/g, "$")
    .split(/\\n[0-9a-f]*:?/)
    .sort();
}
