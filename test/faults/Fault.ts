/** Settings of one run; the same seed gives the same faults. */
export type Settings = { seed: number; times: number | null; say(line: string): void }

export type Finding = { isPassed: boolean; figures: Record<string, string | number> }

/** One way in which things go wrong, and what must still hold (the numbers are those of the project's list of faults). */
export type Fault = { number: number; title: string; passesWhen: string; run(settings: Settings): Promise<Finding> }
