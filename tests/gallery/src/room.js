// Run in the page by room.rs: whatever text has no room. Answers one sentence for each.
// Text that ends in an ellipsis is shortened on purpose, and what scrolls by itself can be scrolled to.

const found = [];
const shows = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
const name = (element) => {
  const id = element.id === "" ? "" : `#${element.id}`;
  const classes = [...element.classList].map((each) => `.${each}`).join("");
  return `${element.localName}${id}${classes}`;
};
const start = (text) => text.trim().replace(/\s+/g, " ").slice(0, 40);
// Words for ears alone are cut to nothing on purpose.
const isSpoken = (element) => {
  for (let each = element; each !== null; each = each.parentElement) {
    if (getComputedStyle(each).clipPath === "inset(50%)") return true;
  }
  return false;
};

const root = document.documentElement;
if (root.scrollWidth > root.clientWidth) found.push(`the page is ${root.scrollWidth} wide in ${root.clientWidth}`);

// What hides the rest of what does not fit, and whether it can be scrolled there.
const cuts = (style, axis) => ["hidden", "clip"].includes(style[`overflow${axis}`]);
const scrolls = (style, axis) => ["auto", "scroll"].includes(style[`overflow${axis}`]);

const texts = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const node = walker.currentNode;
  const element = node.parentElement;
  if (node.data.trim() === "" || !shows(element) || isSpoken(element) || element.closest("option, script, title")) continue;
  const range = document.createRange();
  range.selectNodeContents(node);
  for (const box of range.getClientRects()) {
    if (box.width >= 1 && box.height >= 1) texts.push({ node, element, box });
  }
}

for (const { node, element, box } of texts) {
  for (let room = element; room !== null && room !== document.body; room = room.parentElement) {
    const style = getComputedStyle(room);
    if (style.textOverflow === "ellipsis" && style.display !== "inline") break;
    const inner = room.getBoundingClientRect();
    const isInline = style.display === "inline";
    const wide = box.right > inner.right + 1 || box.left < inner.left - 1;
    if (!isInline && wide && !scrolls(style, "X") && room === element) {
      found.push(`“${start(node.data)}” is wider than ${name(room)}`);
    }
    if (!isInline && cuts(style, "X") && wide) found.push(`“${start(node.data)}” is cut by ${name(room)}`);
    if (!isInline && cuts(style, "Y") && (box.bottom > inner.bottom + 2 || box.top < inner.top - 2)) {
      found.push(`“${start(node.data)}” is cut off by ${name(room)}`);
    }
    if (scrolls(style, "X") || scrolls(style, "Y") || style.position === "fixed") break;
  }
  if (box.right > root.clientWidth + 1 || box.left < -1) found.push(`“${start(node.data)}” is beside the window`);
}

// A field shows no ellipsis: what was chosen must fit its field, and what a person typed may scroll in it.
for (const select of document.querySelectorAll("select")) {
  if (!shows(select)) continue;
  const style = getComputedStyle(select);
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const room = select.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  const chosen = select.selectedOptions[0]?.label ?? "";
  if (pen.measureText(chosen).width > room + 1 && style.textOverflow !== "ellipsis") {
    found.push(`“${chosen}” is wider than ${name(select)}`);
  }
}

// Words over words. What is fixed over the page lets the page be scrolled out from under it, and a menu is closed again.
const overlapping = (one, other) =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 &&
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 3;
const isOver = (element) => {
  for (let each = element; each !== null; each = each.parentElement) {
    const { position, overflowY } = getComputedStyle(each);
    if (each.role === "menu") return true;
    if (position === "fixed" || position === "sticky" || overflowY === "auto") return true;
  }
  return false;
};
// What an ellipsis stands for does not show.
const shortened = ({ element, box }) => {
  for (let each = element; each !== null; each = each.parentElement) {
    const style = getComputedStyle(each);
    if (style.textOverflow !== "ellipsis" || style.display === "inline") continue;
    const { left, right } = each.getBoundingClientRect();
    return { left: Math.max(left, box.left), right: Math.min(right, box.right), top: box.top, bottom: box.bottom };
  }
  return box;
};
const flat = texts.filter(({ element }) => !isOver(element)).map((text) => ({ node: text.node, box: shortened(text) }));
flat.forEach((one, place) => {
  for (const other of flat.slice(place + 1)) {
    if (one.node !== other.node && overlapping(one.box, other.box)) {
      found.push(`“${start(one.node.data)}” lies over “${start(other.node.data)}”`);
    }
  }
});

return [...new Set(found)];
