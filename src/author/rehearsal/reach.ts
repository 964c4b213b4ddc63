import { z } from 'zod'
import type { FullScene, Language } from '../../scene/index.ts'
import { PROFILES, type Profile } from './choose.ts'
import { playOnce, type Setting } from './play.ts'
import { type Repeats, repeatsOf } from './repeats.ts'

export type Spread = { mean: number; p10: number; p90: number }

/** What many visits at random came to. */
export type Played = {
  setting: Setting
  /** Phase → "S.trust" → points at the end of it. */
  ends: Record<string, Record<string, Spread>>
  /** Phase → share of helpful lines among those chosen, what blind choice would have had, and how many choices were made. */
  helpful: Record<string, { chosen: number; chance: number; picks: number }>
  /** Person → how much of what they said had been heard before in five visits in a row. */
  repeats: Record<string, Repeats>
  endings: Record<string, number>
}

export function playMany(scene: FullScene, setting: Setting): Played {
  const visits = Array.from({ length: setting.runs }, (_, run) => playOnce(scene, setting, run))
  const phases = scene.phases.map(({ id }) => id)
  const ends = Object.fromEntries(
    phases.map((phase) => {
      const names = Object.keys(visits[0]?.ends[phase] ?? {})
      return [
        phase,
        Object.fromEntries(names.map((name) => [name, spread(visits.map((visit) => visit.ends[phase]?.[name] ?? 0))])),
      ]
    }),
  )
  const picks = visits.flatMap((visit) => visit.picks)
  const helpful = Object.fromEntries(
    phases.map((phase) => {
      const own = picks.filter((pick) => pick.phase === phase)
      return [
        phase,
        {
          chosen: mean(own.map((p) => (p.isHelpful ? 1 : 0))),
          chance: mean(own.map((p) => p.chance)),
          picks: own.length,
        },
      ]
    }),
  )
  const endings: Record<string, number> = {}
  for (const { ending } of visits) endings[ending ?? '–'] = (endings[ending ?? '–'] ?? 0) + 1
  const repeats = repeatsOf(visits.map(({ spoken }) => spoken))
  return { setting, ends, helpful, repeats, endings }
}

const mean = (values: readonly number[]) =>
  values.length === 0 ? 0 : round(values.reduce((sum, v) => sum + v, 0) / values.length, 3)
const round = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits

function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0, 1)
  return { mean: round(mean(values), 1), p10: at(0.1), p90: at(0.9) }
}

const PROFILE_NAMES = Object.keys(PROFILES) as Profile[]
const spreadShape = z.strictObject({ mean: z.number(), p10: z.number(), p90: z.number() })

/** A scene's stored table: what random play of three skills reaches, and the gates that must lie between them (decisions B.14). */
export const Reachability = z.strictObject({
  format: z.literal(1),
  scene: z.string(),
  version: z.string(),
  method: z.strictObject({ zh: z.string(), en: z.string() }),
  seed: z.string(),
  roll: z.int(),
  runs: z.int(),
  gates: z.array(z.strictObject({ opens: z.string(), variable: z.string(), phase: z.string(), points: z.number() })),
  table: z.array(
    z.strictObject({
      variable: z.string(),
      phase: z.string(),
      skilled: spreadShape,
      average: spreadShape,
      weak: spreadShape,
    }),
  ),
})
export type Reachability = z.infer<typeof Reachability>

export const METHOD = {
  zh: '每种水平各随机走若干次家访：每个阶段 2–6 分钟、4–9 句；熟练 95% 有益、一般 70/20/10、生疏 40/30/30（有益/中性/有害）。每到一个新阶段，先把走得到的房间看一遍，同样按有益的比例看见线索、征得同意。红线不抽，同一句不重复，只抽本阶段的话；下一阶段已经打开、且抽定的时间或句数用完，或无话可抽，就进入下一阶段；要靠定时事件才打开的，等到它来。感受的回落、递减、追问扣分和定时事件都照核心规则。提前结束的，其余阶段沿用最后的数值。数字为阶段结束时的平均值（第 10–90 百分位）。',
  en: 'Visits are played at random for each level of skill: 2–6 minutes and 4–9 intents a phase; skilled 95 % helpful, average 70/20/10, weak 40/30/30 (helpful/neutral/harmful). On each new phase every room one may enter is looked round first: cues are seen, and permission asked, with the likelihood of the helpful share. Red-line rows are not drawn, no row is repeated, and only the phase’s own rows are drawn; a phase is left once the next is open and its drawn time or number is used up, or no row is left; where only a timed event opens the next, it is waited for. Drift, diminishing returns, stacking and timed events follow the core. Visits that end early keep their last values for the phases they did not reach. Figures are means at the end of the phase (10th–90th percentile).',
}

/** Measures the table of a scene. `phases` and `variables` come from its gates, so that the table shows what the gates ask for. */
export function measure(
  scene: FullScene,
  stored: Pick<Reachability, 'gates' | 'seed' | 'roll' | 'runs'>,
): Reachability {
  const { gates, seed, roll, runs } = stored
  const played = Object.fromEntries(
    PROFILE_NAMES.map((policy) => [policy, playMany(scene, { policy, seed, roll, runs, language: 'zh' as Language })]),
  ) as Record<Profile, Played>
  const variables = [...new Set(gates.map(({ variable }) => variable))]
  const nothing: Spread = { mean: 0, p10: 0, p90: 0 }
  const table = scene.phases.flatMap(({ id: phase }) =>
    variables.map((variable) => {
      const of = (profile: Profile) => played[profile].ends[phase]?.[variable] ?? nothing
      return { variable, phase, skilled: of('skilled'), average: of('average'), weak: of('weak') }
    }),
  )
  return { format: 1, scene: scene.id, version: scene.version, method: METHOD, seed, roll, runs, gates, table }
}

/** Gates as the scene's disclosures ask for them, each at the end of its own phase: what a table starts from. */
export function gatesOf(scene: FullScene): Reachability['gates'] {
  return scene.dialogue.flatMap(({ phase, disclosures }) =>
    disclosures.flatMap(({ id, when }) => {
      const parts = when.is === 'and' ? when.of : [when]
      return parts.flatMap((part) =>
        part.is === 'feeling' && part.op === '>='
          ? [{ opens: id, variable: `${part.person}.${part.feeling}`, phase, points: part.value / 1000 }]
          : [],
      )
    }),
  )
}

/** The table as Markdown, with its method. */
export function asMarkdown({ method, seed, roll, runs, gates, table }: Reachability): string {
  const cell = ({ mean, p10, p90 }: Spread) => `${Math.round(mean)} (${Math.round(p10)}–${Math.round(p90)})`
  const opens = (variable: string, phase: string) =>
    gates
      .filter((gate) => gate.variable === variable && gate.phase === phase)
      .map((gate) => `${gate.opens} ${gate.points}`)
      .join(', ')
  return [
    method.zh,
    '',
    method.en,
    '',
    `seed ${seed} · roll ${roll} · ${runs} × 3`,
    '',
    '| 变量 · Variable | 阶段末 · End of | 熟练 · Skilled | 一般 · Average | 生疏 · Weak | 门槛 · Gates |',
    '|---|---|---|---|---|---|',
    ...table.map(
      (row) =>
        `| ${row.variable} | ${row.phase} | ${cell(row.skilled)} | ${cell(row.average)} | ${cell(row.weak)} | ${opens(row.variable, row.phase)} |`,
    ),
  ].join('\n')
}
