import type { ReactNode } from "react";
import { LiveConnection } from "#components/shell/live-connection";
import { Shell } from "#components/shell/shell";
import { countActions } from "#lib/actions/queries";
import { countDecidable } from "#lib/drafts/queue-queries";
import { newestEvent, requireUser } from "#lib/web/session";
import { signOutAction } from "./actions";

/** The frame of every page, with how many drafts the reader may decide and how many actions they own. */
export default async function OpsLayout({ children }: { children: ReactNode }) {
  const ctx = await requireUser();
  const { id, name, role } = ctx.actor;
  // Of every page, so it counts no further than the frame says: "99+".
  const [reviews, actions] = await Promise.all([
    countDecidable(ctx, { most: 100 }),
    countActions(ctx, { ownerId: id }),
  ]);
  return (
    <Shell person={{ name, role }} counts={{ reviews, actions }} signOut={signOutAction}>
      <LiveConnection after={await newestEvent()} />
      {children}
    </Shell>
  );
}
