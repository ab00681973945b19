"use client";

import "./globals.css";

type Failure = { error: Error & { digest?: string } };

/** The last resort: not even the frame of the page could be drawn. */
export default function GlobalError({ error }: Failure) {
  return (
    <html lang="en">
      <body>
        <main className="grid min-h-dvh content-center justify-center gap-2 p-6">
          <h1 className="text-lg">Countersign didn’t load</h1>
          <p className="max-w-[46ch] text-muted">
            The server failed before it could draw the page. What is stored is safe. Load the page again.
          </p>
          {error.digest && (
            <p className="text-xs text-faint">
              request <code className="font-mono">{error.digest}</code>
            </p>
          )}
        </main>
      </body>
    </html>
  );
}
