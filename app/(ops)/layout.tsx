import type { ReactNode } from "react";
import { Live } from "#components/shell/live";
import { LiveConnection } from "#components/shell/live-connection";
import { Shell } from "#components/shell/shell";
import { frameCounts, newestEvent, requireUser } from "#lib/web/session";
import { signOutAction } from "./actions";

/** The frame of every page, with how many drafts the reader may decide and how many actions they own, and how much they were told and have not read. */
export default async function OpsLayout({ children }: { children: ReactNode }) {
  const ctx = await requireUser();
  const { id, name, role } = ctx.actor;
  const counts = await frameCounts();
  const since = await newestEvent();
  return (
    <Shell person={{ name, role }} counts={counts} signOut={signOutAction}>
      <LiveConnection after={since} />
      <Live on={["notice."]} subject={id} since={since} />
      {children}
    </Shell>
  );
}
