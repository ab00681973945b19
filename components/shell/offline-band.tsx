"use client";

import { useEffect, useState } from "react";
import { noteConnection, useLostSince } from "#components/shell/connection";
import { announce } from "#components/shell/live-region";
import { Button } from "#components/ui/button";
import { Reason } from "#components/ui/reason";
import { formatTime } from "#lib/format/moments";

const HEALTH = "/api/health";
const PATIENCE_MS = 5000;
const LOOK_AGAIN_MS = 5000;
const STAYS = "Other pages open when the connection is back.";

/** Says since when the server can't be reached, and what still works. Nothing while it can. */
export function OfflineBand() {
  const since = useLostSince();
  return <div role="status">{since !== null && <Lost since={since} />}</div>;
}

function Lost({ since }: { since: number }) {
  const [trying, setTrying] = useState(false);
  const stopped = useStoppedLink();
  useEffect(() => {
    const timer = setInterval(async () => (await isUp()) && noteConnection(true), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
  const tryNow = async () => {
    setTrying(true);
    const up = await isUp();
    setTrying(false);
    noteConnection(up);
    announce(up ? "Connected again." : "Still no connection.");
  };
  return (
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
      {stopped && ` ${STAYS}`}
    </Reason>
  );
}

/** Holds links to other pages back: the browser would leave what is loaded for a page that says it is offline. */
function useStoppedLink(): boolean {
  const [stopped, setStopped] = useState(false);
  useEffect(() => {
    const stay = (event: MouseEvent) => {
      if (!(event.target instanceof Element && event.target.closest("a[href^='/']"))) return;
      event.preventDefault();
      event.stopPropagation();
      setStopped(true);
    };
    document.addEventListener("click", stay, { capture: true });
    return () => document.removeEventListener("click", stay, { capture: true });
  }, []);
  return stopped;
}

async function isUp(): Promise<boolean> {
  try {
    const answer = await fetch(HEALTH, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer.ok;
  } catch {
    return false;
  }
}
