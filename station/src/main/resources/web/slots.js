// Cached places in the page. A place is written only when what it shows has changed, so a quiet ward costs no layout.

/** A text that changes. */
export class TextSlot {
  /** @param {Element} node */
  constructor(node) {
    this.node = node;
    this.last = '';
  }

  /** @param {string} text */
  set(text) {
    if (text !== this.last) {
      this.last = text;
      this.node.textContent = text;
    }
  }
}

/** An attribute that changes; null removes it. */
export class AttributeSlot {
  /**
   * @param {Element} node
   * @param {string} name
   */
  constructor(node, name) {
    this.node = node;
    this.name = name;
    this.last = node.getAttribute(name);
  }

  /** @param {string|null} value */
  set(value) {
    if (value === this.last) {
      return;
    }
    this.last = value;
    if (value === null) {
      this.node.removeAttribute(this.name);
    } else {
      this.node.setAttribute(this.name, value);
    }
  }
}
