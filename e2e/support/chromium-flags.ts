// Chromium heeds the last list it is given, so Playwright's own stand in it too.
const UNWANTED = [
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "ThirdPartyStoragePartitioning",
  // Pages of the browser's own behind each window's address bar, which cost more than what is tested.
  "WebUIOmniboxAimPopup",
  "WebUIOmniboxPopup",
];

/** The flags to start a Chromium with that is tested in. */
export function chromiumFlags(): string[] {
  const asRoot = process.getuid?.() === 0;
  return [
    `--disable-features=${UNWANTED.join(",")}`,
    // Its sandbox doesn't start as root, and in containers its shared memory is small.
    ...(asRoot ? ["--no-sandbox", "--disable-dev-shm-usage"] : []),
  ];
}
