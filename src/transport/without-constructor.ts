/**
 * The class of the platform without its constructor, which costs more than all else of a call that nobody else sees.
 * What extends it is an instance of the platform's class, and has to bring each member that is used.
 * The platform's class is asked for when the first is built: Node takes longer to load its fetch than all of this package.
 */
export function withoutConstructor<Built>(
  platform: () => { readonly prototype: Built },
): new () => Built {
  const members = {};
  let isFirst = true;
  const lean: new () => Built = Object.assign(function lean() {
    if (isFirst) {
      isFirst = false;
      Object.setPrototypeOf(members, Object(platform().prototype));
    }
  });
  Reflect.set(lean, "prototype", members);
  return lean;
}
