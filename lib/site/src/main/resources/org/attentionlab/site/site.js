// Sets formulas and colours code. Without it a page shows both as plain text.
document.querySelectorAll(".formula").forEach((formula) =>
  katex.render(formula.textContent, formula, {
    displayMode: formula.classList.contains("display"),
    throwOnError: false,
  }),
);
document.querySelectorAll("pre code").forEach((code) => hljs.highlightElement(code));
