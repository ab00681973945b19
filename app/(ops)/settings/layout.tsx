import type { ReactNode } from "react";
import { SettingsNav } from "#components/settings/settings-nav";
import { TopBar } from "#components/shell/top-bar";
import { canStoreSource } from "#lib/intake/policy";
import { requireUser } from "#lib/web/session";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { actor } = await requireUser();
  return (
    <>
      <TopBar title="Settings" newSource={canStoreSource(actor)} />
      <div className="flex flex-1 flex-col md:flex-row">
        <SettingsNav />
        <div className="min-w-0 flex-1">{children}</div>
      </div>
    </>
  );
}
