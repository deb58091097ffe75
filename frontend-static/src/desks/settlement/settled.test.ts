import { describe, expect, it } from 'vitest'
import { interestLeft, isOwedTo, partsOf, percentOf, splitOf, waysOf, type Payable, type Settlement } from './settled'

const statement = { goodsFen: 6_400_000, qualityFen: -64_000, freightFen: 0, equalisationFen: 0, feeFen: 0, agreedFen: 0, takenBackFen: 6_336_000, interestPaidFen: 100 } as Settlement

describe('a statement', () => {
  it('shows the parts that are not nothing, what was taken back as less', () => {
    expect(partsOf(statement)).toEqual([{ name: 'goodsFen', fen: 6_400_000 }, { name: 'qualityFen', fen: -64_000 }, { name: 'takenBackFen', fen: -6_336_000 }])
  })
  it('owes the interest that was not paid yet, and never less than nothing', () => {
    expect(interestLeft(statement, 350)).toBe(250)
    expect(interestLeft(statement, 50)).toBe(0)
  })
  it('says who is paid', () => {
    expect(isOwedTo({ payeeId: 'a' } as Payable, 'a')).toBe(true)
    expect(isOwedTo({ payeeId: 'a' } as Payable, undefined)).toBe(false)
  })
  it('writes rates in per cent', () => expect(percentOf(1_300)).toBe('13'))
})

const debt = (id: string, left: number, interest: number, payee = 's') => ({ payeeId: payee, settlement: { id, payerId: 'b', interestPaidFen: 0 }, debt: { outstandingFen: left, interestFen: interest } }) as Payable

describe('a transfer', () => {
  it('pays what is left of each, then the interest, and not a fen more than there is', () => {
    expect(splitOf([debt('1', 100, 5), debt('2', 200, 0)], 250)).toEqual([{ settlementId: '1', amountFen: 100, interestFen: 0 }, { settlementId: '2', amountFen: 150, interestFen: 0 }])
    expect(splitOf([debt('1', 100, 5), debt('2', 200, 0)], 305)).toEqual([{ settlementId: '1', amountFen: 100, interestFen: 5 }, { settlementId: '2', amountFen: 200, interestFen: 0 }])
    expect(splitOf([debt('1', 0, 5)], 5)).toEqual([{ settlementId: '1', amountFen: 0, interestFen: 5 }])
    expect(splitOf([debt('1', 100, 0)], 0)).toEqual([])
  })
  it('goes from one to one other', () => {
    expect(waysOf([debt('1', 1, 0), debt('2', 1, 0, 't'), debt('3', 1, 0)]).map(way => way.debts.length)).toEqual([2, 1])
  })
})
