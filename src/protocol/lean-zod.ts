// zod as the browser has it. Its small edition knows checks and no methods; these are the methods that our schemas are written
// with, over the same core. The build takes this for `zod`: see docs/decisions/0020.
import * as mini from 'zod/mini'
import { catch as fallBack } from 'zod/mini'

type Schema = mini.ZodMiniType
type Objects = mini.ZodMiniObject
type Mask = Record<string, true>

/** Texts and lists are as long as this, numbers as large. */
const hasLength = (schema: Schema) => ['string', 'array'].includes(schema.def.type)

const methods = {
  optional: (schema: Schema) => mini.optional(schema),
  nullable: (schema: Schema) => mini.nullable(schema),
  array: (schema: Schema) => mini.array(schema),
  default: (schema: Schema, value: never) => mini._default(schema, value),
  catch: (schema: Schema, value: never) => fallBack(schema, value),
  refine: (schema: Schema, isRight: (value: unknown) => unknown, say?: string) =>
    schema.check(mini.refine(isRight, say)),
  transform: (schema: Schema, change: (value: unknown) => unknown) => mini.pipe(schema, mini.transform(change)),
  min: (schema: Schema, least: number) => schema.check(hasLength(schema) ? mini.minLength(least) : mini.gte(least)),
  max: (schema: Schema, most: number) => schema.check(hasLength(schema) ? mini.maxLength(most) : mini.lte(most)),
  int: (schema: Schema) => schema.check(mini.int()),
  positive: (schema: Schema) => schema.check(mini.positive()),
  nonnegative: (schema: Schema) => schema.check(mini.nonnegative()),
  regex: (schema: Schema, pattern: RegExp) => schema.check(mini.regex(pattern)),
  trim: (schema: Schema) => schema.check(mini.trim()),
  exclude: (schema: mini.ZodMiniEnum, values: readonly string[]) =>
    mini.enum(schema.options.filter((value) => !values.includes(String(value))).map(String)),
  extend: (schema: Objects, shape: mini.core.$ZodLooseShape) => mini.extend(schema, shape),
  pick: (schema: Objects, mask: Mask) => mini.pick(schema, mask),
  omit: (schema: Objects, mask: Mask) => mini.omit(schema, mask),
  partial: (schema: Objects) => mini.partial(schema),
  loose: (schema: Objects) => schema.clone({ ...schema.def, catchall: mini.unknown() }),
}

// zod hands every schema what stands on the prototype of its type.
for (const [name, method] of Object.entries(methods)) {
  Reflect.set(mini.ZodMiniType.prototype, name, function (this: Schema, ...args: never[]) {
    return Reflect.apply(method, undefined, [this, ...args])
  })
}

export { mini as z }
