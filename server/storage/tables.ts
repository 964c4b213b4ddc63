/** The tables as the queries see them. Texts, whole numbers and JSON as text only: the same on SQLite and PostgreSQL. */
export type Tables = {
  persons: { id: string; name: string | null; lang: string; token_hash: string | null; created_at: string }
  /** One for each device of a person; `persons.token_hash` is where the only one stood before. */
  tokens: { token_hash: string; person: string; created_at: string }
  /** By which another device joins a session; a session has at most one that is still good. Times in milliseconds. */
  join_codes: { code: string; session: string; person: string; expires_at: number; used_at: number | null }
  scenes: { hash: string; id: string; json: string; created_at: string }
  sessions: {
    id: string
    scene: string
    scene_hash: string
    kind: string
    owner: string
    created_at: string
    /** The last event's number: an append that follows another number is a conflict. */
    number: number
    status: string
    ending: string | null
    clock_ms: number
  }
  seats: { session: string; seat: string; role: string; person: string }
  /** `body` is the event without its number, time, seat, type and words. */
  events: { session: string; number: number; at: number; seat: string; type: string; body: string }
  words: { session: string; number: number; words: string }
  acts: { session: string; act: string; person: string; seat: string; number: number; answer: string }
}
