export function load(): void {
  Promise.all([fetch('/user'), fetch('/activity')]);
}
