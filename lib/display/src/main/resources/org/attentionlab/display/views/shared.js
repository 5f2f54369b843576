// What all views are built from. Each view's file defines view(data, live, still) after it.

// Starts the view at every place with this name that has not been started. Where a start fails, the
// part without a script stays.
function begin(name, view, data) {
  for (const root of document.querySelectorAll('[data-al-view="' + name + '"]')) {
    const still = root.querySelector(".al-still");
    const live = root.querySelector(".al-live");
    if (live.firstChild) continue;
    // Shown before it is built, so that a view can measure itself.
    live.hidden = false;
    try {
      view(data, live, still);
      still.hidden = true;
    } catch (problem) {
      live.hidden = true;
      live.replaceChildren();
      console.error(problem);
    }
  }
}

// An element with attributes, listeners (functions) and children (nodes or text).
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (typeof value === "function") element.addEventListener(key, value);
    else element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

function draw(tag, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

const strong = (text) => make("b", {}, text);

// A number with so many decimals and a real minus, null as minus infinity.
function digits(number, decimals) {
  if (number === null) return "−∞";
  const text = number.toFixed(decimals);
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", "−");
}

const signed = (number, decimals) =>
  number < 0 ? "(" + digits(number, decimals) + ")" : digits(number, decimals);

// Tokens with their numbers: [token, number as text].
const links = (pairs) =>
  pairs.flatMap(([token, number], k) => [(k ? " · " : "") + token + " ", strong(number)]);

const heading = (title) => (title ? [make("p", {class: "al-title"}, strong(title))] : []);

// A place for numbers in words, which is read aloud. It grows and never shrinks, so that nothing
// below it jumps away from under the pointer.
function makeReadout() {
  const element = make("div", {class: "al-readout", role: "status", "aria-live": "polite"});
  function tell(...content) {
    element.replaceChildren(...content);
    element.style.minHeight = element.offsetHeight + "px";
  }
  return {element, tell};
}

// Acts on keys, and keeps them from the page around.
function onKeys(element, actions) {
  element.addEventListener("keydown", (event) => {
    const action = actions[event.key];
    if (!action || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    action(event);
  });
}

// Of several elements one can be reached with Tab, the arrow keys go on from there.
function rove(elements, index, focus) {
  elements.forEach((element, i) => (element.tabIndex = i === index ? 0 : -1));
  if (focus) elements[index].focus();
}

const clamp = (index, size) => Math.max(0, Math.min(size - 1, index));

// A matrix as a table. With choose(i, j) its cells can be walked with mouse and arrow keys.
// text(i, j) is what a cell says, share(i, j) from -1 to 1 how strong its colour is.
function matrixTable({label, caption, rows, columns, text, share, choose}) {
  const cells = [];
  const heads = columns.map((name) => make("th", {scope: "col"}, name));
  const sides = rows.map((name) => make("th", {scope: "row"}, name));
  const body = rows.map((row, i) => {
    cells.push(
      columns.map((column, j) => {
        const part = share(i, j);
        const shade = "al-cell al-w" + Math.round(20 * Math.abs(part));
        const cell = make("td", {class: shade + (part < 0 ? " al-minus" : "")}, text(i, j));
        if (choose) {
          cell.setAttribute("role", "gridcell");
          cell.tabIndex = -1;
          for (const how of ["mouseenter", "focus", "click"]) {
            cell.addEventListener(how, () => select(i, j));
          }
        }
        return cell;
      }),
    );
    return make("tr", {}, sides[i], ...cells[i]);
  });
  const table = make(
    "table",
    {class: "al-table", "aria-label": label},
    ...(caption ? [make("caption", {}, ...caption)] : []),
    make("thead", {}, make("tr", {}, make("td"), ...heads)),
    make("tbody", {}, ...body),
  );
  let at = [0, 0];
  // Marks rows, columns or single cells.
  function light({row, column, cell}) {
    heads.forEach((head, j) => head.classList.toggle("al-lit", j === column));
    sides.forEach((side, i) => side.classList.toggle("al-lit", i === row));
    cells.forEach((line, i) =>
      line.forEach((one, j) => {
        const whole = (i === row && column === undefined) || (j === column && row === undefined);
        one.classList.toggle("al-lit", whole);
        one.classList.toggle("al-on", cell !== undefined && i === row && j === column);
      }),
    );
  }
  function select(i, j, focus) {
    cells[at[0]][at[1]].tabIndex = -1;
    at = [clamp(i, rows.length), clamp(j, columns.length)];
    const cell = cells[at[0]][at[1]];
    cell.tabIndex = 0;
    light({row: at[0], column: at[1], cell: true});
    if (focus) cell.focus();
    else choose(at[0], at[1]);
  }
  if (choose) {
    table.setAttribute("role", "grid");
    onKeys(table, {
      ArrowDown: () => select(at[0] + 1, at[1], true),
      ArrowUp: () => select(at[0] - 1, at[1], true),
      ArrowRight: () => select(at[0], at[1] + 1, true),
      ArrowLeft: () => select(at[0], at[1] - 1, true),
      Home: () => select(at[0], 0, true),
      End: () => select(at[0], columns.length - 1, true),
    });
  }
  return {element: make("div", {class: "al-scroll"}, table), light, select};
}

// Buttons back and next around a place that says where one is; the arrow keys work on both.
function stepper({count, name, go}) {
  let at = 0;
  const where = make("span", {class: "al-where"});
  const back = make("button", {type: "button", click: () => to(at - 1)}, "◀ back");
  const next = make("button", {type: "button", click: () => to(at + 1)}, "next ▶");
  function to(index) {
    at = clamp(index, count);
    const held = document.activeElement;
    back.disabled = at === 0;
    next.disabled = at === count - 1;
    // A button that is switched off loses the focus, and the reader the keyboard.
    if (held === back && back.disabled) next.focus();
    if (held === next && next.disabled) back.focus();
    where.replaceChildren(...name(at));
    go(at);
  }
  const element = make("div", {class: "al-bar al-steps"}, back, where, next);
  onKeys(element, {
    ArrowLeft: () => to(at - 1),
    ArrowRight: () => to(at + 1),
    Home: () => to(0),
    End: () => to(count - 1),
  });
  return {element, to, forward: () => to(at + 1), backward: () => to(at - 1)};
}
