/**
 * Texts go on changing on a page that a browser translates, or of which an extension wraps the texts.
 *
 * Both put an element in the place of a text node (Google: `<font><font>…</font></font>`). The app goes on
 * writing to the node that was taken out, so the page would show for ever what was true when it was translated.
 * Here the node goes back in, empty, before its stand-in; once the app writes to it or takes it out, the stand-in
 * goes. What is new is then translated in its turn.
 */

/** Watches over everything below an element. */
export function keepAlive(root: Element): void {
  const standIns = new WeakMap<Node, Element>();

  function dismiss(text: Node): void {
    standIns.get(text)?.remove();
    standIns.delete(text);
  }

  function replaced({ target, removedNodes, addedNodes }: MutationRecord): void {
    const [text] = removedNodes;
    const [standIn] = addedNodes;
    if (!(text instanceof Text) || !(standIn instanceof Element)) return;
    if (text.isConnected || standIn.parentNode !== target || text.data.trim() === '') return;
    standIns.set(text, standIn);
    text.data = '';
    standIn.before(text);
  }

  new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === 'characterData') {
        if ((record.target as Text).data !== '') dismiss(record.target);
        continue;
      }
      for (const node of record.removedNodes) if (!node.isConnected) dismiss(node);
      if (record.removedNodes.length === 1 && record.addedNodes.length === 1) replaced(record);
    }
  }).observe(root, { childList: true, characterData: true, subtree: true });
}
