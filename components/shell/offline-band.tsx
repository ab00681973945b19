"use client";

import { useState } from "react";
import { noteConnection, useLostSince } from "#components/shell/connection";
import { announce } from "#components/shell/live-region";
import { Button } from "#components/ui/button";
import { Reason } from "#components/ui/reason";
import { formatTime } from "#lib/format/moments";

const HEALTH = "/api/health";
const PATIENCE_MS = 5000;

/** Says since when the server can't be reached, and what still works. Nothing while it can. */
export function OfflineBand() {
  const since = useLostSince();
  const [trying, setTrying] = useState(false);
  const tryNow = async () => {
    setTrying(true);
    const up = await isUp();
    setTrying(false);
    noteConnection(up);
    announce(up ? "Connected again." : "Still no connection.");
  };
  return (
    <div role="status">
      {since !== null && (
        <Reason
          tone="info"
          icon="offline"
          title={`No connection since ${formatTime(new Date(since))}.`}
          actions={
            <Button size="sm" onClick={() => void tryNow()} pending={trying}>
              Try now
            </Button>
          }
        >
          You can read what is loaded. Nothing is decided or sent while you are offline.
        </Reason>
      )}
    </div>
  );
}

async function isUp(): Promise<boolean> {
  try {
    const answer = await fetch(HEALTH, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer.ok;
  } catch {
    return false;
  }
}
