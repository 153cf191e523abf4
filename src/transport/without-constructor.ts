/**
 * The class of the platform without its constructor, which costs more than all else of a call that nobody else sees.
 * What extends it is an instance of the platform's class, and has to bring each member that is used.
 */
export function withoutConstructor<Built>(platform: {
  readonly prototype: Built;
}): new () => Built {
  const lean: new () => Built = Object.setPrototypeOf(function lean() {}, platform);
  Reflect.set(lean, "prototype", platform.prototype);
  return lean;
}
