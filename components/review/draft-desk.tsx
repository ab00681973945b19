"use client";

import { useRouter } from "next/navigation";
import { Suspense, useRef, useState } from "react";
import { ProblemBands } from "#components/review/bands";
import { BarEnd, DecisionBar, type DeskAct } from "#components/review/decision-bar";
import { DeskProvider, PointingProvider } from "#components/review/desk-context";
import { DeskPanes, type PaneName } from "#components/review/desk-panes";
import { DraftHead } from "#components/review/draft-head";
import { DraftPane } from "#components/review/draft-pane";
import { EvidencePane } from "#components/review/evidence-pane";
import { type Frame, useFrame } from "#components/review/frame";
import { HeldByYou, HoldBand } from "#components/review/hold-band";
import { RegenerateDialog, RejectDialog, ReshapeDialog } from "#components/review/later-dialogs";
import { DecidedBar, Deliveries, History } from "#components/review/later-parts";
import { Peek } from "#components/review/peek";
import { PutAside, usePutAside } from "#components/review/put-aside";
import { GuardDialog } from "#components/review/reading-guard";
import { formOf } from "#components/review/registry";
import { RewriteBands } from "#components/review/rewrite-bands";
import { useSelection } from "#components/review/selection";
import { TakeOver } from "#components/review/take-over";
import { type Held, useHold } from "#components/review/use-hold";
import { useOpenDraft } from "#components/review/use-open-draft";
import { useTakenFocus } from "#components/review/use-taken-focus";
import { Keys } from "#components/shell/keys";
import { Button } from "#components/ui/button";
import { IconButton } from "#components/ui/icon-button";
import { OnceOpen } from "#components/ui/once-open";
import type { DeskDraft } from "#lib/drafts/view";

/** A draft beside its evidence, with the decision under both. */
export function DraftDesk({ draft }: { draft: DeskDraft }) {
  // Nothing of one draft may stay behind on the next.
  return <OpenDraft key={draft.id} draft={draft} />;
}

function OpenDraft({ draft }: { draft: DeskDraft }) {
  const frame = useFrame();
  const { verbs, timeZone } = frame;
  const [pane, setPane] = useState<PaneName>("draft");
  const held = useHold(draft);
  const aside = usePutAside(held);
  const open = useOpenDraft(draft, frame, held);
  const { desk, hand } = open;
  const selection = useSelection();
  const title = useRef<HTMLHeadingElement>(null);
  useTakenFocus(title);
  const [rejecting, setRejecting] = useState(false);
  const showDraft = () => setPane("draft");

  /** Where the evidence is a sheet, walking through the statements opens it. */
  function showing(step: () => void) {
    return () => {
      if (matchMedia("(min-width: 48rem)").matches) setPane("evidence");
      step();
    };
  }

  // An editor that holds refused words says itself why they were refused.
  const told = desk.editing?.error && !open.problem?.conflict;
  const bands = (
    <>
      <HoldBand draft={draft} held={held} verbs={verbs} timeZone={timeZone} />
      <ProblemBands draft={draft} problem={told ? null : open.problem} settle={open.settle} />
      <RewriteBands open={open} timeZone={timeZone} />
    </>
  );
  return (
    <DeskProvider value={desk}>
      <PointingProvider value={open.pointing}>
        <Keys
          scope="draft"
          bindings={{
            "]": showing(open.next),
            "[": showing(open.previous),
            x: desk.current ? open.keep : () => selection.pick(draft.id, false),
            d: open.toggleChanges,
            m: desk.allowed && hand.current ? () => desk.reshape(hand.current) : undefined,
          }}
        />
        <Keys
          scope="lists"
          bindings={{
            u: frame.canUndo ? undefined : open.undo,
          }}
        />
        <Keys scope="writing" bindings={{ Escape: pane === "evidence" ? showDraft : undefined }} />
        <DeskPanes
          pane={pane}
          onPane={setPane}
          frame={frame}
          quotes={desk.evidence.length}
          draft={
            <>
              <DraftHead label={draft.workflowLabel} revision={desk.revision} run={draft.run}>
                {held.mine && <HeldByYou />}
                <EvidenceButton
                  open={pane === "evidence"}
                  onPress={() => setPane(pane === "evidence" ? "draft" : "evidence")}
                />
              </DraftHead>
              <DraftPane
                title={title}
                timeZone={timeZone}
                bands={bands}
                onChanges={open.toggleChanges}
                onUndo={open.undo}
              />
            </>
          }
          evidence={<EvidencePane onAdd={open.add} close={<CloseSheet onClose={showDraft} />} />}
          history={
            <>
              {open.undo && (
                <div className="border-b px-4 py-2">
                  <Button icon="undo" onClick={open.undo}>
                    Take back the last change
                  </Button>
                </div>
              )}
              <Suspense>
                <History draft={draft} timeZone={timeZone} />
              </Suspense>
            </>
          }
          foot={
            <>
              {pane === "draft" && <Peek statementId={hand.chosen} onClose={hand.drop} />}
              <Foot
                open={open}
                draft={draft}
                frame={frame}
                held={held}
                acts={aside.acts}
                onReject={() => setRejecting(true)}
              />
            </>
          }
        />
        <PutAside draft={draft} verbs={verbs} held={held} aside={aside} />
        {open.reshaped && (
          <OnceOpen open>
            <ReshapeDialog
              statement={open.reshaped}
              onClose={() => desk.reshape(null)}
              onSplit={open.split}
              onJoin={open.join}
            />
          </OnceOpen>
        )}
        {open.rewriting.asking && (
          <OnceOpen open>
            <RegenerateDialog
              onClose={open.rewriting.close}
              onSend={(request) => void open.rewriting.send(request)}
              pending={open.rewriting.pending}
              refused={open.rewriting.refused}
            />
          </OnceOpen>
        )}
        <OnceOpen open={rejecting}>
          <RejectDialog
            open={rejecting}
            title={draft.title}
            reasons={draft.rejectReasons}
            onClose={() => setRejecting(false)}
            onReject={(why) => {
              setRejecting(false);
              open.reject(why);
            }}
          />
        </OnceOpen>
        <GuardDialog guard={open.guard} verb={`Approve ${open.words}`} onApprove={open.approveKnowing} />
      </PointingProvider>
    </DeskProvider>
  );
}

type FootProps = {
  draft: DeskDraft;
  frame: Frame;
  open: ReturnType<typeof useOpenDraft>;
  held: Held;
  acts: DeskAct[];
  onReject: () => void;
};

function Foot({ open, draft, frame, held, acts, onReject }: FootProps) {
  const router = useRouter();
  const { verbs, timeZone } = frame;
  if (draft.state !== "pending") {
    return (
      <Suspense>
        <Deliveries draft={draft} settle={verbs.settle} />
        <DecidedBar
          draft={draft}
          timeZone={timeZone}
          reopen={verbs.reopen}
          onReopened={() => router.refresh()}
        />
      </Suspense>
    );
  }
  return (
    <DecisionBar
      words={open.words}
      blocked={open.blocked}
      offer={
        open.blocked?.only === "work" && <TakeOver draftId={draft.id} held={held} verb={verbs.takeOver} />
      }
      onApprove={open.approve}
      onEdit={open.edit}
      onReject={onReject}
      acts={acts}
      onRegenerate={open.rewriting.open}
      writing={draft.writing !== null}
      stale={draft.stale !== null}
      end={<BarEnd>{leavesOf(draft)}</BarEnd>}
    />
  );
}

function leavesOf(draft: DeskDraft): string {
  const { leaves } = formOf(draft.workflow);
  if (leaves) return leaves(draft);
  return draft.files ? "A copy is filed 30 s later" : "Records only, nothing is sent";
}

/** Where the evidence is a sheet over the draft. */
function EvidenceButton({ open, onPress }: { open: boolean; onPress: () => void }) {
  return (
    <span className="lg:hidden">
      <Button size="sm" icon="quote" aria-expanded={open} onClick={onPress}>
        Evidence
      </Button>
    </span>
  );
}

function CloseSheet({ onClose }: { onClose: () => void }) {
  return (
    <span className="hidden md:inline-flex lg:hidden">
      <IconButton icon="close" label="Close the evidence" onClick={onClose} />
    </span>
  );
}
