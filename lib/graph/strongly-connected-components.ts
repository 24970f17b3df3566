/**
 * Groups the nodes 0..size-1 into strongly connected components, successors first (reverse topological order).
 *
 * Iterative form of Tarjan's algorithm: no recursion, so depth is bounded by memory only. Linear in nodes plus edges.
 * @see R. Tarjan, Depth-first search and linear graph algorithms, SIAM Journal on Computing 1 (1972)
 */
export function stronglyConnectedComponents(size: number, successorsOf: (node: number) => readonly number[]): number[][] {
  const order = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const onStack = new Uint8Array(size);
  const cursor = new Int32Array(size);
  const stack: number[] = [];
  const components: number[][] = [];
  const path: number[] = [];
  let visited = 0;

  for (let root = 0; root < size; root++) {
    if (order[root] !== -1) continue;
    path.push(root);
    while (path.length > 0) {
      const node = path[path.length - 1] as number;
      if (order[node] === -1) {
        order[node] = low[node] = visited++;
        stack.push(node);
        onStack[node] = 1;
      }
      const successors = successorsOf(node);
      let descended = false;
      while ((cursor[node] as number) < successors.length) {
        const next = successors[cursor[node] as number] as number;
        if (order[next] === -1) {
          path.push(next);
          descended = true;
          break;
        }
        cursor[node] = (cursor[node] as number) + 1;
        if (onStack[next] === 1) low[node] = Math.min(low[node] as number, low[next] as number);
      }
      if (descended) continue;
      path.pop();
      if (low[node] === order[node]) {
        const component: number[] = [];
        let member: number;
        do {
          member = stack.pop() as number;
          onStack[member] = 0;
          component.push(member);
        } while (member !== node);
        components.push(component);
      }
    }
  }
  return components;
}
