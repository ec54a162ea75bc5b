/** A promise that a test resolves by hand. */
export interface Gate {
  passed: Promise<void>;
  open(): void;
}

export function closedGate(): Gate {
  let open = (): void => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}
