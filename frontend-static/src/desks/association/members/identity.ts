import type { Member } from './memberApi'

/** As typed; empty texts are left out of what is sent. */
export interface Identity { code: string; nameZh: string; nameEn: string; uscc: string; usccOverrideReason: string; areaCode: string; contactName: string; contactPhone: string }

export const emptyIdentity = (): Identity => ({ code: '', nameZh: '', nameEn: '', uscc: '', usccOverrideReason: '', areaCode: '410183', contactName: '', contactPhone: '' })

export function identityOf(member: Member): Identity {
  const { details } = member
  return {
    code: member.code, nameZh: member.nameZh, nameEn: member.nameEn ?? '', uscc: member.uscc ?? '', usccOverrideReason: details?.usccOverrideReason ?? '',
    areaCode: member.areaCode, contactName: details?.contactName ?? '', contactPhone: details?.contactPhone ?? '',
  }
}

/** Without the code, which is given once. */
export function bodyOf(who: Identity) {
  const given = (key: Exclude<keyof Identity, 'code' | 'nameZh' | 'areaCode'>) => (who[key].trim() ? { [key]: who[key].trim() } : {})
  return { nameZh: who.nameZh.trim(), areaCode: who.areaCode.trim(), ...given('nameEn'), ...given('uscc'), ...given('usccOverrideReason'), ...given('contactName'), ...given('contactPhone') }
}
