// Keys of the board. Single letters act only while nobody is typing.

const TYPING = new Set(['INPUT', 'SELECT', 'TEXTAREA']);

/**
 * @typedef {object} KeyActions
 * @property {() => void} close
 * @property {() => void} acknowledge
 * @property {(step: 1|-1) => void} nextUnacknowledged
 * @property {() => void} trends
 * @property {() => void} toggleTheme
 * @property {() => void} help
 * @property {() => void} find
 * @property {() => void} enterBoard an arrow key while nothing has the focus
 */

/**
 * @param {KeyActions} actions
 * @returns {() => void} stops listening
 */
export function listenToKeys(actions) {
  const onKey = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.defaultPrevented) {
      return;
    }
    const typing = TYPING.has(event.composedPath()[0]?.tagName);
    const nowhere = event.composedPath()[0] === document.body;
    const action = nowhere && event.key.startsWith('Arrow') ? actions.enterBoard : event.key === 'Escape' ? actions.close : typing ? null : actionOf(event, actions);
    if (action) {
      event.preventDefault();
      action();
    }
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}

function actionOf(event, actions) {
  return {
    a: () => actions.acknowledge(),
    n: () => actions.nextUnacknowledged(event.shiftKey ? -1 : 1),
    t: actions.trends,
    d: actions.toggleTheme,
    '?': actions.help,
    '/': actions.find,
  }[event.key.toLowerCase()] ?? null;
}
