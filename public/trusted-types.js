// Guards every place where text could become markup or code: the page's policy lets nothing pass
// but through here. It does not clean markup; what is suspect is refused as a whole.
(() => {
  if (!globalThis.trustedTypes) return;
  const refusedMarkup = /<\s*\/?\s*(?:script|iframe|object|embed|base|meta|link)\b|[\s"'/]on[a-z]+\s*=|javascript\s*:/i;
  const ownScripts = ["/sw.js", "/derive.js"];

  trustedTypes.createPolicy("default", {
    createHTML: (markup) => (refusedMarkup.test(markup) ? null : markup),
    createScript: () => null,
    createScriptURL: (address) => {
      const url = new URL(address, location.href);
      return url.origin === location.origin && ownScripts.includes(url.pathname) ? url.href : null;
    },
  });
})();
