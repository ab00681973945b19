import { MAX_FILE_BYTES } from "#lib/parsers/limits";

/**
 * Where programs ask, with a token of their own: mail programs with that of an unsubscribe link, and others sign what they
 * send. Nothing there looks at cookies.
 */
const MACHINE_PATHS = /^\/api\/(?:v1|mcp|unsubscribe|webhooks)(?:\/|$)/;
const SIGNED_PATHS = /^\/api\/webhooks\//;

/** What a program may send at once as JSON: a source of 2,000,000 characters, as long as few of them are escaped. */
export const MAX_BODY_BYTES = 3 * 1024 * 1024;

/** What comes signed: who sent it is known by its last byte alone. */
export const MAX_SIGNED_BYTES = 512 * 1024;

/** The same with a file in a form, which has fields and boundaries around it. */
export const MAX_FORM_BYTES = MAX_FILE_BYTES + 64 * 1024;

/** Whether an address is one for programs. */
export function isMachinePath(path: string): boolean {
  return MACHINE_PATHS.test(path);
}

/** Whether an address is one where what comes is signed. */
export function isSignedPath(path: string): boolean {
  return SIGNED_PATHS.test(path);
}

/** Whether a request brings something that looks like an API token, good or not. */
export function bringsToken(headers: Headers): boolean {
  return /^Bearer +cs_[\w-]{43}$/i.test(headers.get("authorization") ?? "");
}
