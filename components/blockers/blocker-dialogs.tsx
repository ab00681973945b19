"use client";

import { type ReactNode, useState } from "react";
import type { OpenBlocker } from "#components/blockers/blocker-desk";
import type { BlockerAnswer, BlockerVerbs } from "#components/blockers/blocker-verbs";
import { LineDialog } from "#components/blockers/line-dialog";
import { Button } from "#components/ui/button";
import { Dialog } from "#components/ui/dialog";
import { Picker } from "#components/ui/picker";

/** Which question is open about which blocker. */
export type Asking = { what: "own" | "resolve" | "accept" | "reword" | "waitFor"; blocker: OpenBlocker };

type Named = { id: string; name: string };
type BlockerDialogsProps = {
  asking: Asking;
  people: Named[];
  teams: Named[];
  pending: boolean;
  verbs: BlockerVerbs;
  send: (blocker: OpenBlocker, done: string, act: () => BlockerAnswer) => void;
  onClose: () => void;
};

/** Asks for what a blocker needs to be given, ended or said in other words. */
export function BlockerDialogs({ asking, people, teams, verbs, send, ...shared }: BlockerDialogsProps) {
  const { blocker } = asking;
  const seen = { blockerId: blocker.id, version: blocker.version };
  const dialog = { blocker, ...shared };
  switch (asking.what) {
    case "own":
      return (
        <PickDialog
          {...dialog}
          {...OWN}
          choices={people.map(({ id, name }) => ({ id, label: name, person: true }))}
          suggested={blocker.ownerId ?? blocker.waitsForId}
          had={blocker.ownerId}
          onPick={(ownerId) => send(blocker, "Given", () => verbs.own({ ...seen, ownerId }))}
        />
      );
    case "waitFor":
      return (
        <PickDialog
          {...dialog}
          {...WAIT}
          choices={teams
            .filter(({ id }) => id !== blocker.teamId)
            .map(({ id, name }) => ({ id, label: name }))}
          suggested={blocker.waitsForTeamId}
          had={blocker.waitsForTeamId}
          onPick={(teamId) => send(blocker, "Changed", () => verbs.waitFor({ ...seen, teamId }))}
        />
      );
    case "resolve":
      return (
        <LineDialog
          {...dialog}
          {...RESOLVE}
          onSay={(how) => send(blocker, "Resolved", () => verbs.resolve({ ...seen, how }))}
        />
      );
    case "accept":
      return (
        <LineDialog
          {...dialog}
          {...ACCEPT}
          onSay={(why) => send(blocker, "Lived with", () => verbs.accept({ ...seen, why }))}
        />
      );
    case "reword":
      return (
        <LineDialog
          {...dialog}
          {...REWORD}
          given={blocker.text}
          onSay={(text) => send(blocker, "Reworded", () => verbs.reword({ ...seen, text }))}
        />
      );
  }
}

const OWN = { title: "Who unblocks it", label: "Who unblocks it", give: "Give the blocker" };
const WAIT = { title: "Which team it waits for", label: "Team", give: "Name the team" };
const RESOLVE = {
  title: "Resolve the blocker",
  label: "How it was resolved",
  help: "One line. It stays with the blocker, and helps whoever meets it next.",
  missing: "Say in one line how it was resolved.",
  verb: "Resolve",
  most: 300,
};
const ACCEPT = {
  title: "Decide to live with it",
  label: "Why you live with it",
  help: "One line. It is not asked about again, however often it is said.",
  missing: "Say in one line why you live with it.",
  verb: "Live with it",
  most: 300,
};
const REWORD = {
  title: "Say it in other words",
  label: "What is in the way",
  help: "What people said on each day stays as they said it.",
  missing: "Write what is in the way.",
  verb: "Save",
  most: 500,
};

type PickDialogProps = {
  blocker: OpenBlocker;
  pending: boolean;
  onClose: () => void;
  title: string;
  label: string;
  give: string;
  choices: { id: string; label: string; person?: boolean }[];
  /** What is chosen to begin with: what there is, or what the words suggest. */
  suggested: string | null;
  had: string | null;
  onPick: (id: string | null) => void;
};

function PickDialog(props: PickDialogProps): ReactNode {
  const { blocker, pending, onClose, title, label, give, choices, suggested, had, onPick } = props;
  const known = choices.some(({ id }) => id === suggested) ? suggested : null;
  const [id, setId] = useState(known);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      foot={
        <>
          <Button tone="primary" pending={pending} onClick={() => (id === had ? onClose() : onPick(id))}>
            {id ? give : "Leave it to nobody"}
          </Button>
          {id && (
            <Button tone="quiet" onClick={() => setId(null)}>
              To nobody
            </Button>
          )}
        </>
      }
    >
      <p className="mb-3 text-muted">{blocker.text}</p>
      <Picker label={label} choices={choices} value={id} onChange={setId} nothing="Nobody" />
    </Dialog>
  );
}
