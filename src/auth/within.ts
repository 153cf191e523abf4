/**
 * Waits so many milliseconds for somebody else's code, and no longer. Rejects with what that throws, or for the time,
 * which `onTimeout` is told of.
 */
export function within<Value>(
  ms: number,
  ask: () => Value | Promise<Value>,
  onTimeout?: () => void,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      onTimeout?.();
      reject(new Error(`no answer within ${ms} ms`));
    }, ms);
    new Promise<Value>((settle) => settle(ask()))
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}
