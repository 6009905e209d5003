// Starts the app, hides the plain emergency numbers once it stands, and hears of new releases.
// It decides nothing about an update: the app asks the user and answers with an event.

const panel = document.getElementById("emergency");

function showProblem(text) {
  document.getElementById("emergency-message").textContent = text;
  panel.hidden = false;
  delete document.documentElement.dataset.mounted;
}

async function start() {
  const { default: init } = await import("/pluis.js");
  await init({ module_or_path: "/pluis_bg.wasm" });
  panel.hidden = true;
  // Behind the app, so that the way to the content is the first link again.
  document.body.append(panel);
  document.documentElement.dataset.mounted = "";
}

// A panic inside the app surfaces as a RuntimeError of WebAssembly: the screen no longer answers.
function hearOfCrash(error) {
  if (error instanceof WebAssembly.RuntimeError) {
    showProblem("Pluis is vastgelopen. Wat je hebt bewaard, staat nog op dit toestel. Laad de pagina opnieuw.");
  }
}

function announceUpdate() {
  document.documentElement.dataset.update = "ready";
  dispatchEvent(new Event("pluis:update-ready"));
}

function ask(worker, message) {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage(message, [channel.port2]);
  });
}

async function keepOffline() {
  const registration = await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });

  addEventListener("pluis:update-accepted", async () => {
    await ask(registration.waiting ?? registration.active, { type: "activate" });
    location.reload();
  });

  const watch = (worker) => {
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed" && registration.active) announceUpdate();
    });
  };
  watch(registration.installing);
  registration.addEventListener("updatefound", () => watch(registration.installing));

  // The browser may have switched the worker itself while no page was open; its release still waits for consent.
  if (registration.waiting) announceUpdate();
  else if (registration.active) {
    const { own, current } = await ask(registration.active, { type: "status" });
    if (own !== current) announceUpdate();
  }
}

addEventListener("error", ({ error }) => hearOfCrash(error));
addEventListener("unhandledrejection", ({ reason }) => hearOfCrash(reason));

try {
  await start();
} catch (error) {
  console.error(error);
  showProblem("Pluis kan niet starten. Laad de pagina opnieuw of werk je browser bij. Bellen kan altijd.");
}

// Only now, so that keeping the files does not slow down the first screen.
const whenIdle = globalThis.requestIdleCallback ?? ((task) => setTimeout(task, 200));
if (navigator.serviceWorker) whenIdle(() => keepOffline().catch((error) => console.warn(error)));
