/**
 * The replica as the worker sees it: a pure machine that says what must be done.
 *
 * The wasm class fits this interface. It is typed by hand here, over the generated types, so that type
 * checks need no Rust toolchain. The machine knows no clock, no storage and no network.
 */
import type {
  Dispatched,
  Effect,
  ErrorCode,
  Event,
  Intent,
  ReplicaConfig,
  Row,
  ViewOf,
  ViewRequest,
} from './generated/types.ts';

/** The calls of the boundary. All of them answer at once. `momentMs` is of a clock that nobody can set. */
export interface Replica {
  /** Reads every stored row; called once, first. */
  load(rows: Row[], nowMs: number, momentMs: number): Effect[];
  dispatch(intent: Intent, nowMs: number, momentMs: number): Dispatched;
  handle(event: Event, nowMs: number, momentMs: number): Effect[];
  view<R extends ViewRequest>(request: R, nowMs: number): ViewOf<R>;
}

/** The module that wasm-bindgen writes with `--target web`. */
export interface ReplicaModule {
  /** Fetches and compiles the wasm file that stands beside the module. */
  default(): Promise<unknown>;
  Replica: new (config: ReplicaConfig) => Replica;
  /** What a person did that is not at the cooperative, as text to keep: from rows, without a replica. */
  unsent(rows: Row[]): string;
}

/**
 * The reason by which the replica refuses an argument that is not one (an identifier typed into the
 * address bar). Anything else that is thrown is a panic: the instance is dead and must be rebuilt.
 */
export function refusalOf(error: unknown): ErrorCode | null {
  return error instanceof Error && 'code' in error ? (error.code as ErrorCode) : null;
}
