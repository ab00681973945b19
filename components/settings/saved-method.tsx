/** How net hours are counted, word for word as the code does it. */
export function SavedMethod() {
  return (
    <div className="flex flex-col gap-2 pt-3 text-pretty text-muted">
      <p>
        Each approval counts the minutes its work took by hand. From that is taken what reviewing took: the
        time a page was looked at and used, of every approval, rejection and edit. A decision nobody measured
        counts as long as the median of its workflow.
      </p>
      <p>
        An approval that is taken back costs the minutes it had counted: the draft was not right, and its work
        was done again. What is left is net, and may be negative.
      </p>
      <p>
        The range is what net would be had every review taken as long as the quarter of them that went
        fastest, and the quarter that took longest (the lower and the upper quartile of the measured ones).
      </p>
      <p>
        Workflows without minutes by hand are left out and named. Whoever looks sees figures of drafts they
        may see; the bill is that of all runs.
      </p>
    </div>
  );
}
