import { TextLink } from "#components/ui/text-link";
import type { ReviewFigures } from "#lib/drafts/review-figures";
import { reviewingSentence } from "#lib/today/reviewing";

/** For leaders: how drafts are reviewed by everybody together. It names nobody, and is no list of culprits. */
export function Reviewing({ figures }: { figures: ReviewFigures | null }) {
  const sentence = figures && reviewingSentence(figures);
  if (!sentence) return null;
  return (
    <section aria-label="How drafts are reviewed">
      <header className="flex h-9 items-end justify-between border-b pb-1.25 text-xs">
        <h2>How drafts are reviewed</h2>
        <TextLink href="/settings/reviews">Reasons</TextLink>
      </header>
      <p className="pt-2 text-xs text-muted text-pretty">{sentence}</p>
    </section>
  );
}
