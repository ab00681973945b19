import { Icon, type IconName } from "#components/ui/icon";
import type { Flag } from "#lib/grounding/statement";

const flagWords: Record<Flag, { icon: IconName; word: string }> = {
  negated: { icon: "warn", word: "the sentence negates" },
  clipped: { icon: "warn", word: "the sentence goes on" },
  instruction: { icon: "flag", word: "reads like an instruction" },
  ambiguous: { icon: "warn", word: "occurs twice" },
  figure: { icon: "warn", word: "a figure that is not in the source" },
  address: { icon: "warn", word: "an address that is not in the source" },
  unsaid: { icon: "warn", word: "says more than its sentence" },
};

/** What a reviewer should look at before keeping a statement. */
export function Flags({ flags }: { flags: Flag[] }) {
  if (flags.length === 0) return null;
  return (
    <span className="flex flex-wrap gap-x-3 text-2xs text-warn-text">
      {flags.map((flag) => (
        <span key={flag} className="inline-flex items-center gap-1">
          <Icon name={flagWords[flag].icon} size="xs" />
          {flagWords[flag].word}
        </span>
      ))}
    </span>
  );
}
