import { Hidden } from "#components/ui/hidden";
import { type Change, diffWords } from "#lib/format/diff";

/** What changed from one text to another, word by word, in the place where it stands. */
export function Diff({ before, after }: { before: string; after: string }) {
  return diffWords(before, after).map((change, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a part has no name but its place, and none of them moves
    <Part key={at} change={change} />
  ));
}

function Part({ change }: { change: Change }) {
  if (change.kind === "same") return change.text;
  const Tag = change.kind === "added" ? "ins" : "del";
  return (
    <>
      <Tag>
        <Hidden>{change.kind}: </Hidden>
        {change.text}
      </Tag>
      {change.kind === "removed" && " "}
    </>
  );
}
