import "./globals.css";
import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { SkipLink } from "#components/shell/skip-link";

export const metadata: Metadata = {
  title: { default: "Countersign", template: "%s · Countersign" },
  description: "AI drafts, people countersign.",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { viewportFit: "cover" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  // The nonce of the content security policy is known only while a request is answered.
  await connection();
  const jar = await cookies();
  const theme = oneOf(jar.get("theme")?.value, ["light", "dark"]);
  const keys = oneOf(jar.get("keys")?.value, ["on", "off"]);
  return (
    <html
      lang="en"
      data-theme={theme}
      data-keys={keys}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
    >
      {/* Not in `viewport`, which is put in anew on each page: with this tag the browser styles the whole page again. */}
      <head>
        <meta name="color-scheme" content="light dark" />
      </head>
      <body>
        <SkipLink />
        <div className="isolate">{children}</div>
      </body>
    </html>
  );
}

/** A cookie's value where it is one of ours: it ends up in the page. */
function oneOf(value: string | undefined, allowed: string[]): string | undefined {
  return allowed.find((each) => each === value);
}
