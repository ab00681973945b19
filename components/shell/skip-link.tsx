/** The first stop of the Tab key: past the navigation, to `#main`. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="absolute top-2 left-2 z-1 rounded-md border border-line-strong bg-raised px-3 py-1.5 font-medium shadow-float not-focus:sr-only"
    >
      Skip to the page
    </a>
  );
}
