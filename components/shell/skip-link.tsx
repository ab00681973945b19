/** The first stop of the Tab key: past the navigation, to `#main`. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="sr-only z-1 rounded-md border border-line-strong bg-raised px-3 py-1.5 font-medium shadow-float focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
    >
      Skip to the page
    </a>
  );
}
