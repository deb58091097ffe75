import type { components } from '@/api/schema'

/** The rows of a statement's account, and which steps of the arithmetic stand behind each. */
export type Statement = components['schemas']['Statement']
export type Step = components['schemas']['StatementStep']
export type StepName = Step['step']
export type RowName = 'goods' | 'freight' | 'ownFreight' | 'fee' | 'equalisation' | 'total' | 'alone' | 'saving'
export interface AccountRow { name: RowName; fen: number; steps: readonly Step[] }

const BEHIND: Readonly<Record<RowName, readonly StepName[]>> = {
  goods: ['PRICE', 'GOODS'], freight: ['FREIGHT'], ownFreight: ['OWN_FREIGHT'], fee: ['FEE'], equalisation: ['EQUALISATION'], total: ['TOTAL'], alone: ['ALONE'], saving: ['SAVING'],
}
/** What is nothing is left out, but for the goods and the total, which stand always. */
const ALWAYS = new Set<RowName>(['goods', 'total'])

export function accountOf(statement: Statement): AccountRow[] {
  const fen: Readonly<Record<RowName, number | undefined>> = {
    goods: statement.goodsFen, freight: statement.freightFen, ownFreight: statement.ownFreightFen, fee: statement.feeFen, equalisation: statement.equalisationFen,
    total: statement.totalFen, alone: statement.aloneFen, saving: statement.savingFen,
  }
  return (Object.keys(BEHIND) as RowName[]).flatMap(name => {
    const amount = fen[name]
    if (amount === undefined || (amount === 0 && !ALWAYS.has(name) && name !== 'saving')) return []
    return [{ name, fen: amount, steps: statement.steps.filter(step => BEHIND[name].includes(step.step)) }]
  })
}

/** How the mass was shared, and what no amount stands for: sources and groups. */
export const stepsOf = (statement: Pick<Statement, 'steps'>, ...names: StepName[]): Step[] => statement.steps.filter(step => names.includes(step.step))

/** Of what it would have paid alone, in parts per million; null where there is nothing to compare with. */
export const savingPpm = (statement: Pick<Statement, 'aloneFen' | 'savingFen'>): number | null =>
  statement.aloneFen && statement.savingFen !== undefined ? Math.round((statement.savingFen / statement.aloneFen) * 1_000_000) : null
