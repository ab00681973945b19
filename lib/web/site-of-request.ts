import { headers } from "next/headers";
import { cameByHttps } from "#lib/web/session-cookie";
import { readSite } from "#lib/web/site";

/** The address people open Countersign at, without a slash: the one that was set, else the one that was asked. */
export function originOf(asked: Headers): string {
  const { url } = readSite(process.env);
  return url?.origin ?? `${cameByHttps(asked) ? "https" : "http"}://${asked.get("host")}`;
}

/** The same while a page is drawn. */
export async function siteOfRequest(): Promise<string> {
  return originOf(await headers());
}
