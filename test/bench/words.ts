import { loadavg } from 'node:os'
import { type Figure, report } from './report.ts'
import { wordsAlone } from './wordsAlone.ts'
import { type Classroom, classroom, median, quantile } from './wordsClass.ts'
import { copyOfProgram } from './wordsProgram.ts'
import { coldStart, type Start } from './wordsStart.ts'

const STARTS = 3
/** Below this load two processors have room for what is measured. */
const QUIET = 1.5
/** Two starts of one program differ by so much in when their first page is there. */
const FIRST_PAGE_LATER_MS = 200
/** What one still takes for an answer at once. */
const PAGE_MS = 250

/** Free words: what the sentence model costs in time and memory, and what it takes to understand with it and without. Some five minutes. */
export async function benchWords(): Promise<number> {
  const [busy = 0] = loadavg()
  const alone = await wordsAlone()
  const [without, withModel] = await measured()
  const first = (starts: readonly Start[]) => median(starts.map(({ firstPageMs }) => firstPageMs))
  const slowest = (starts: readonly Start[]) => Math.max(...starts.map(({ slowestPageMs }) => slowestPageMs))
  const firstWords = (starts: readonly Start[]) => median(starts.map(({ firstWordsMs }) => firstWordsMs)) / 1000
  const ready = withModel.starts.map(({ readyMs }) => readyMs ?? Number.POSITIVE_INFINITY)
  const spoken = withModel.class.answerMs.length
  const figures: Figure[] = [
    {
      name: 'load of the machine before',
      value: busy,
      unit: '',
      note: busy < QUIET ? 'quiet' : 'not quiet: times are longer than they would be',
    },
    {
      name: 'sentence model ready after the start',
      value: Math.max(...ready) / 1000,
      unit: 's',
      atMost: 3,
      note: `the slowest of ${STARTS} starts`,
    },
    { name: 'first page after the start, without it', value: first(without.starts), unit: 'ms' },
    { name: 'first page after the start, with it', value: first(withModel.starts), unit: 'ms' },
    {
      name: 'first page later by',
      value: first(withModel.starts) - first(without.starts),
      unit: 'ms',
      atMost: FIRST_PAGE_LATER_MS,
      note: 'medians',
    },
    { name: 'slowest page while loading, without it', value: slowest(without.starts), unit: 'ms' },
    { name: 'slowest page while loading, with it', value: slowest(withModel.starts), unit: 'ms', atMost: PAGE_MS },
    { name: 'first free words understood, without it', value: firstWords(without.starts), unit: 's', note: COLD },
    { name: 'first free words understood, with it', value: firstWords(withModel.starts), unit: 's', note: COLD },
    {
      name: 'memory of the server, without it',
      value: without.class.megabytes,
      unit: 'MB',
      note: `${spoken} utterances`,
    },
    { name: 'memory of the server, with it', value: withModel.class.megabytes, unit: 'MB' },
    {
      name: 'more memory with it',
      value: withModel.class.megabytes - without.class.megabytes,
      unit: 'MB',
      atMost: 300,
      note: 'resident, the whole process',
    },
    ...answers('without it', without.class),
    ...answers('with it', withModel.class, 300),
    {
      name: 'of these heard with the model',
      value: withModel.class.withModel,
      unit: '',
      atLeast: spoken + withModel.class.togetherMs.length,
      note: `all of them; ${withModel.class.right} of ${withModel.class.sayable} that mean something sayable just then were taken for it`,
    },
    {
      name: '`understand` alone, without it, p95',
      value: quantile(alone.understandMs, 0.95),
      unit: 'ms',
      atMost: 5,
      note: `median ${median(alone.understandMs).toFixed(2)}, ${alone.understandMs.length} utterances`,
    },
    { name: 'a scene learnt, without it', value: alone.learnPlainMs / 1000, unit: 's', note: `${alone.lines} lines` },
    { name: 'a scene learnt, with it', value: alone.learnWithVectorsMs / 1000, unit: 's', note: 'vectors kept' },
    { name: 'files of the model', value: alone.modelMegabytes, unit: 'MB', note: 'vectors of all lines included' },
  ]
  return report('words', figures)
}

const COLD = 'signed in and spoken as fast as can be'

type Measured = { starts: Start[]; class: Classroom }

/** Without the model and with it. Their starts take turns, so that what else the machine does falls on both alike. */
async function measured(): Promise<[Measured, Measured]> {
  const [without, withModel] = [copyOfProgram('missing'), copyOfProgram('whole')]
  try {
    const starts: [Start, Start][] = []
    // A program that has just been copied is compiled once, and never again: that start is no school's.
    for (let index = 0; index <= STARTS; index++) starts.push([await coldStart(without), await coldStart(withModel)])
    const [, ...counted] = starts
    return [
      { starts: counted.map(([start]) => start), class: await classroom(without) },
      { starts: counted.map(([, start]) => start), class: await classroom(withModel) },
    ]
  } finally {
    without.remove()
    withModel.remove()
  }
}

function answers(how: string, { answerMs, togetherMs }: Classroom, atMost?: number): Figure[] {
  return [
    {
      name: `words to intent, ${how}, p95`,
      value: quantile(answerMs, 0.95),
      unit: 'ms',
      ...(atMost !== undefined && { atMost }),
      note: `median ${median(answerMs).toFixed(0)}, most ${Math.max(...answerMs).toFixed(0)}; six trainees, each every 10 s`,
    },
    {
      name: `the last of six at once, ${how}`,
      value: Math.max(...togetherMs),
      unit: 'ms',
    },
  ]
}
