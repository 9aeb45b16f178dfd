/** What a template may write, by where it is from: paths like `firstName` and `order.id`. */
export interface TemplateFields {
  readonly contact: readonly string[];
  readonly event: readonly string[];
  readonly trigger: readonly string[];
  readonly workspace: readonly string[];
}

export const noFields: TemplateFields = { contact: [], event: [], trigger: [], workspace: ['name'] };

export const ownContactFields = ['email', 'firstName', 'lastName', 'name', 'externalId'];

/** What may follow a path that is typed already: of `trigger.order.`, what is known inside an order. */
export function namesBelow(fields: TemplateFields, [root, ...path]: readonly string[]): string[] {
  const known = root !== undefined && Object.hasOwn(fields, root) ? fields[root as keyof TemplateFields] : [];
  const inside = known.map((one) => one.split('.')).filter((parts) => path.every((name, at) => parts[at] === name) && parts.length > path.length);
  return [...new Set(inside.map((parts) => parts[path.length]!))];
}

/** The paths of an object's members, those of objects inside it, too. */
export function pathsOf(json: string): string[] {
  try {
    return below(JSON.parse(json) as unknown);
  } catch {
    return [];
  }
}

function below(value: unknown): string[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([name, inner]) => [name, ...below(inner).map((path) => `${name}.${path}`)])
    : [];
}
