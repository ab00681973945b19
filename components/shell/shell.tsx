import type { ReactNode } from "react";
import { GlobalKeys } from "#components/shell/global-keys";
import { KeyListener } from "#components/shell/key-listener";
import { KeySheet } from "#components/shell/key-sheet";
import { LiveRegion } from "#components/shell/live-region";
import { Nav, type NavProps } from "#components/shell/nav";
import { OfflineBand } from "#components/shell/offline-band";
import { Palette } from "#components/shell/palette";
import { TooltipLayer } from "#components/ui/tooltip-layer";

/** The frame of every page behind the sign-in: the way around, the keys, what is read out, and the page itself. */
export function Shell({ children, ...nav }: NavProps & { children: ReactNode }) {
  return (
    <div className="flex h-dvh flex-col-reverse overflow-hidden md:flex-row">
      <Nav {...nav} />
      <div className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
        <OfflineBand />
        <main id="main" tabIndex={-1} className="flex min-h-0 flex-1 flex-col overflow-auto outline-none">
          {children}
        </main>
      </div>
      <KeyListener />
      <GlobalKeys />
      <KeySheet />
      <Palette />
      <LiveRegion />
      <TooltipLayer />
    </div>
  );
}
