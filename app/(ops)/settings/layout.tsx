import type { ReactNode } from "react";
import { SettingsNav } from "#components/settings/settings-nav";
import { TopBar } from "#components/shell/top-bar";

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <TopBar title="Settings" />
      <div className="flex min-h-0 flex-1 flex-col md:flex-row">
        <SettingsNav />
        <div className="min-w-0 flex-1">{children}</div>
      </div>
    </>
  );
}
