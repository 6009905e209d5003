// Finds what a user finds: shown elements, by role and by the name that a screen reader says.
// It is the body of a function; its arguments are the kind, the name and how to compare names.
const [kind, wanted, comparison] = arguments;

const KINDS = {
  action: "a[href], button, summary, label:has(input)",
  button: "button, summary",
  checkbox: "input[type=checkbox]",
  field: "input:not([type=radio], [type=checkbox]), textarea, select",
  heading: "h1, h2, h3",
  link: "a[href]",
  text: "body *",
};

const tidy = (text) => text.replace(/\s+/g, " ").trim();

function words(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node.ariaHidden === "true") return "";
  return Array.from(node.childNodes, words).join(" ");
}

function nameOf(element) {
  const ids = element.getAttribute("aria-labelledby");
  if (ids) return tidy(ids.split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" "));
  if (element.ariaLabel) return tidy(element.ariaLabel);
  if (element.labels?.length) return tidy(Array.from(element.labels, words).join(" "));
  return tidy(kind === "text" ? element.textContent : words(element));
}

// A pill or a line that can be ticked hides its own box; its label stands for it.
function isShown(element) {
  const seen = element.matches("input[type=checkbox], input[type=radio]") ? element.closest("label") ?? element : element;
  return seen.checkVisibility({ visibilityProperty: true }) && !seen.closest("[inert]") && !isFolded(seen);
}

function isFolded(element) {
  const fold = element.parentElement?.closest("details");
  if (!fold) return false;
  return (!fold.open && !fold.querySelector(":scope > summary").contains(element)) || isFolded(fold);
}

const isWanted = {
  is: (name) => name === wanted,
  starts: (name) => name.startsWith(wanted),
  holds: (name) => name.includes(wanted),
}[comparison];

let found = Array.from(document.querySelectorAll(KINDS[kind])).filter((element) => isWanted(nameOf(element)) && isShown(element));
if (kind === "text") found = found.filter((element) => !found.some((other) => other !== element && element.contains(other)));
return found;
