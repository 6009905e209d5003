// Keeps the whole app on the device, release by release, so that it opens without a network.
// A release is complete and verified or it is not there; which one is shown changes only when the
// page passes on the user's consent. The browser may start this script anew at any moment, so the
// choice lies in a cache of its own. Nothing of the user is kept here.

// The build fills in the name, and the SHA-256 of every file.
const RELEASE = { name: "", files: {} };

const PREFIX = "release-";
const OWN = PREFIX + RELEASE.name;
const CHOICE = "/current-release";

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", answerFetch);
self.addEventListener("message", (event) => event.waitUntil(answerMessage(event)));

// All files in one list, the key derivation's too: this runs when the page is idle, and a promise
// that everything works offline has no room for a file that comes later.
async function install() {
  const verified = await Promise.all(Object.entries(RELEASE.files).map(verify));
  // What a cache of this name holds was not whole, and one that broke takes nothing.
  await caches.delete(OWN);
  try {
    const cache = await caches.open(OWN);
    await Promise.all(verified.map(([path, response]) => cache.put(path, response)));
  } catch (problem) {
    await caches.delete(OWN);
    throw problem;
  }
  if (!(await chosen())) await choose(OWN);
}

async function verify([path, sha256]) {
  const response = (await alreadyHere(path, sha256)) ?? (await fetch(path, { cache: "no-store", redirect: "error" }));
  if (!response.ok || (await digest(response.clone())) !== sha256) throw new Error(`not of this release: ${path}`);
  return [path, response];
}

// Pages and scripts carry the policy in their headers, which may have changed: those are always fetched.
async function alreadyHere(path, sha256) {
  if (!/\.(?:wasm|css|png|svg)$/.test(path)) return undefined;
  const response = await caches.match(path, { ignoreVary: true });
  return response && (await digest(response.clone())) === sha256 ? response : undefined;
}

async function digest(response) {
  const hash = await crypto.subtle.digest("SHA-256", await response.arrayBuffer());
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function activate() {
  const shown = await current();
  const names = await caches.keys();
  const gone = names.filter((name) => name.startsWith(PREFIX) && name !== OWN && name !== shown);
  await Promise.all(gone.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answerMessage({ data, ports: [port] }) {
  if (data === "activate" || data?.type === "activate") {
    const previous = await current();
    await choose(OWN);
    if (previous !== OWN) await caches.delete(previous);
    await self.skipWaiting();
  }
  port?.postMessage({ own: OWN, current: await current() });
}

function answerFetch(event) {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== location.origin) return;
  const isRoute = mode === "navigate" && (pathname === "/index.html" || !/\.[^/]*$/.test(pathname));
  event.respondWith(fromRelease(event, isRoute ? "/" : pathname));
}

async function fromRelease(event, path) {
  const cacheName = await shown();
  const kept = await caches.match(path, { cacheName, ignoreVary: true });
  if (kept) return kept;
  known = undefined;
  if (cacheName === OWN && path in RELEASE.files) event.waitUntil(mend());
  return fetch(event.request);
}

// A phone that stops while a cache is made leaves one that gives nothing and takes nothing, for
// good. The network stands in, and the release is kept anew, once in the life of this script.
let mending;
function mend() {
  mending ??= install();
  return mending;
}

// Which release is shown, found out once: a start asks for all of its files at the same time, and
// the first paint waited until each of them had found it out anew.
let known;
function shown() {
  known ??= current();
  known.catch(() => { known = undefined; });
  return known;
}

// Returns the release that is shown; when the chosen one was lost, this worker's own stands in.
async function current() {
  const [name, names] = await Promise.all([chosen(), caches.keys()]);
  return names.includes(name) ? name : OWN;
}

async function chosen() {
  const choice = await caches.match(CHOICE, { cacheName: "choice" });
  return choice?.text();
}

async function choose(name) {
  const write = async () => (await caches.open("choice")).put(CHOICE, new Response(name));
  await write().catch(() => caches.delete("choice").then(write));
  known = undefined;
}
