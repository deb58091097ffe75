import type { components } from './schema'

/** Why something was refused, in the reader's language (RFC 9457). */
export type Problem = components['schemas']['Problem']

/** Thrown by `take` when the server refuses, or cannot be reached. */
export class Refused extends Error {
  readonly problem: Problem
  readonly retryAfterSeconds: number | null

  constructor(problem: Problem, retryAfterSeconds: number | null = null) {
    super(problem.title)
    this.name = 'Refused'
    this.problem = problem
    this.retryAfterSeconds = retryAfterSeconds
  }

  /** `is('demand-window-closed')` */
  is(kebabName: string): boolean {
    return this.problem.type === `/problems/${kebabName}`
  }
}

/** Problems that no server wrote; the page words them (`kit.problem.<name>`). */
export type OwnProblem = 'unreachable' | 'unreadable' | 'pageFailed'

export function ownProblem(name: OwnProblem, status = 0): Problem {
  return { type: `own:${name}`, title: '', detail: '', status }
}

export function ownProblemName(problem: Problem): OwnProblem | null {
  return problem.type.startsWith('own:') ? (problem.type.slice(4) as OwnProblem) : null
}

export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Refused) return thrown.problem
  return ownProblem(thrown instanceof TypeError ? 'unreachable' : 'pageFailed')
}

/** The sentences for the field at a JSON pointer, e.g. '/targetKg'. Both '#/targetKg' and '/targetKg' are understood. */
export function fieldErrors(problem: Problem | null | undefined, pointer: string): string[] {
  const bare = (p: string) => p.replace(/^#/, '').replace(/^\/?/, '/')
  return (problem?.errors ?? []).filter(e => bare(e.pointer) === bare(pointer)).map(e => e.detail)
}
