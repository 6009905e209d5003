// The door of the throw-away worker: takes one request, answers it and is then ended by the page,
// so that the memory in which a phrase was stretched or a file was opened is gone.

import init, * as worker from "/worker.js";

const ready = init({ module_or_path: "/worker_bg.wasm" });

const answers = {
  derive: ({ phrase, salt, mKib, t, p }) => ({ key: worker.derive_key(phrase, salt, mKib, t, p) }),
  phrase: ({ random }) => ({ words: worker.make_phrase(random) }),
  fingerprint: ({ recipient }) => ({ words: worker.fingerprint(recipient) }),
  encrypt: ({ plaintext, recipient, random }) => ({ file: worker.encrypt(plaintext, recipient, random) }),
  decrypt: ({ file, identity }) => ({ plaintext: worker.decrypt(file, identity) }),
};

self.onmessage = async ({ data }) => {
  try {
    await ready;
    postMessage(answers[data.kind](data));
  } catch (problem) {
    // The module throws its reason as a plain word, such as "memory" or "parameters".
    postMessage({ error: typeof problem === "string" ? problem : "unavailable" });
  }
};
