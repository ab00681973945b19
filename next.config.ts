import type { NextConfig } from "next";

const everywhere = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), browsing-topics=()" },
  // Browsers heed it only over https.
  { key: "Strict-Transport-Security", value: "max-age=31536000" },
];

const config: NextConfig = {
  reactCompiler: true,
  poweredByHeader: false,
  // Types are checked by npm run check and npm test; nobody's start should fail over a test's.
  typescript: { ignoreBuildErrors: true },
  // Bundled, their WebAssembly and SQL files would be served to everybody under .next/static.
  serverExternalPackages: ["@electric-sql/pglite", "@node-rs/argon2", "pg", "pg-boss", "pino", "prom-client"],
  experimental: {
    // A source may hold 500,000 characters, which are up to six bytes each where they are escaped.
    serverActions: { bodySizeLimit: "3mb" },
    // A file of 20 MB in a form, which names it.
    proxyClientMaxBodySize: "21mb",
    // Writing the cache makes a first build a third longer, and most builds are first ones.
    turbopackFileSystemCacheForBuild: false,
  },
  turbopack: { root: import.meta.dirname },
  headers: async () => [{ source: "/:path*", headers: everywhere }],
};

export default config;
