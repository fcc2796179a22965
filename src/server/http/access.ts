// Who may call a route. Every route says it in its `config`, one hook enforces it, and a route that says nothing does
// not start. The matrix in the tests is made from the same declarations.
import type { Permission } from '../../domain/permissions.ts'

/**
 * Where the commune stands that a route works on:
 * `params`, `query`, `body`: under the name `commune`, checked before the handler runs;
 * `thing`: of the thing that an id names, looked up within the actor's scope by the action;
 * `none`: the route touches no commune's data, or answers with everything in the actor's scope.
 */
export type CommuneFrom = 'params' | 'query' | 'body' | 'thing' | 'none'

export type Access =
  | { who: 'anyone' }
  | { who: 'tablet'; commune: CommuneFrom }
  | { who: 'office'; permission: Permission | null; commune: CommuneFrom }

/** No sign-in: what a stranger may do. */
export const anyone: Access = { who: 'anyone' }

/** An enrolled tablet whose staff may work with one. */
export function tablet(commune: CommuneFrom = 'none'): Access {
  return { who: 'tablet', commune }
}

/** A member of staff who signed in at the office and holds the permission; null: whoever signed in. */
export function office(permission: Permission | null, commune: CommuneFrom = 'none'): Access {
  return { who: 'office', permission, commune }
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
    /** The body may hold text that no database stores (NUL, lone surrogates): the action deals with it. */
    keepsAnyText?: boolean
  }
}
