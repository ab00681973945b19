/** Why nothing can be made of a request, with its status; Next would answer 500, or a page to what asks for none. */
export type Unreadable = { status: 400 | 405; sentence: string };

const OF_PAGES = new Set(["GET", "HEAD", "POST", "OPTIONS"]);

/** Looks at the method of what asks for a page, and at the form or the arguments of what calls a server action. */
export async function unreadable(request: Request): Promise<Unreadable | null> {
  const isPage = !new URL(request.url).pathname.startsWith("/api/");
  if (isPage && !OF_PAGES.has(request.method))
    return { status: 405, sentence: "Pages answer GET, HEAD and POST." };
  if (!isPage || request.method !== "POST" || (await hasReadableBody(request))) return null;
  return { status: 400, sentence: "What was sent can’t be read." };
}

async function hasReadableBody(request: Request): Promise<boolean> {
  const type = request.headers.get("content-type") ?? "";
  const isCall = request.headers.has("next-action");
  try {
    if (type.startsWith("multipart/form-data")) await request.formData();
    else if (isCall) return Array.isArray(JSON.parse(await request.text()));
    return true;
  } catch {
    return false;
  }
}
