import { useI18n } from 'vue-i18n'
import type { components } from '@/api/schema'
import { writeDecimal } from './decimals'

/** A rule of an award in words and figures; needs the texts `tender`. */
export type AwardRule = components['schemas']['AwardRule']

const percent = (units: number, places: number) => `${writeDecimal(units, places, 0)}%`

export function useRuleWords() {
  const { t } = useI18n()
  /** The figures of a rule, without its name. `lotName` names the lot it speaks of. */
  const ruleFigures = (rule: AwardRule, lotName: (lotId: string) => string | undefined = () => undefined): string => [
    rule.count ?? '',
    rule.shareBp === undefined ? '' : percent(rule.shareBp, 2),
    rule.of ? t(rule.of === 'LOT' ? 'tender.ofLot' : 'tender.ofRound') : '',
    rule.attribute ?? '',
    rule.atLeastPpm === undefined ? '' : `≥ ${percent(rule.atLeastPpm, 4)}`,
    rule.atMostPpm === undefined ? '' : `≤ ${percent(rule.atMostPpm, 4)}`,
    rule.truckKg === undefined ? '' : `${writeDecimal(rule.truckKg, 3, 0)} t`,
    rule.lotId ? lotName(rule.lotId) ?? '' : '',
    rule.reason ?? '',
  ].filter(part => part !== '').join(' · ')
  const ruleName = (rule: AwardRule): string => t(`tender.rule.${rule.kind}.name`)
  const ruleWords = (rule: AwardRule, lotName?: (lotId: string) => string | undefined): string => [ruleName(rule), ruleFigures(rule, lotName)].filter(Boolean).join(' · ')
  return { ruleName, ruleFigures, ruleWords }
}
