import { PHASE_PRODUCTION_BUILD } from "next/constants";

/** Called by Next before the first request. `npm start` has started the runtime by then; `npm run dev` has not, and a build has none. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === PHASE_PRODUCTION_BUILD) return;
  const { settleForwardedHeaders } = await import("#lib/web/forwarded");
  const { readSite } = await import("#lib/web/site");
  const { readSignInWays } = await import("#lib/web/sign-in-ways");
  settleForwardedHeaders(readSite(process.env));
  readSignInWays(process.env);
  const { setupNotice, startPages } = await import("#lib/runtime/pages");
  const runtime = await startPages();
  if (process.env.NODE_ENV !== "development") return;
  const notice = await setupNotice(runtime, `http://localhost:${process.env.PORT ?? 3000}`);
  if (notice.length > 0) console.log(notice.join("\n"));
}
