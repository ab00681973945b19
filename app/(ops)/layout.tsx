import type { ReactNode } from "react";
import { LiveConnection } from "#components/shell/live";
import { Shell } from "#components/shell/shell";
import { requireUser } from "#lib/web/session";
import { signOutAction } from "./actions";

export default async function OpsLayout({ children }: { children: ReactNode }) {
  const { actor } = await requireUser();
  return (
    <Shell person={{ name: actor.name, role: actor.role }} counts={{}} signOut={signOutAction}>
      <LiveConnection />
      {children}
    </Shell>
  );
}
