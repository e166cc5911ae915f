const fill = (template, values) => template.replace(/\{(\w)\}/g, (_, key) => values[key] ?? "");
const rows = all(".row.unit, .row.outside, .row.stub");
const tool = (name) => one(`[data-tool="${name}"]`);
const press = (button, on) => button.setAttribute("aria-pressed", on);
const plain = (element) => {
  if (!one(".vh", element)) return element.textContent;
  const copy = element.cloneNode(true);
  for (const hidden of all(".vh", copy)) hidden.remove();
  return copy.textContent;
};
