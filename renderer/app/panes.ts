/** F6 and Shift+F6: the panes of the page in their order; inside a pane the focus goes to its table or first control. */
export function nextPane(by: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('.centre [data-pane]')].filter((el) => el.offsetParent !== null);
  if (panes.length === 0) return;
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const pane = panes[(at + by + panes.length) % panes.length];
  (pane?.querySelector<HTMLElement>('[role=grid], [tabindex="0"]') ?? pane)?.focus();
}
