/**
 * Remarks and sources that came with the catalogue are stored in English; those we know are told in the reader's
 * language, any other as it was written.
 */
const KNOWN: Readonly<Record<string, string>> = {
  '12 grades in three classes LFM, HFM, FM [verified]; only the grade of the demonstration prices is entered.': 'magnesia',
  'Classes of an older ministry table, with codes of our own. On dry ore; lumps 50–300 mm, under 50 mm at most 10 %; foreign matter at most 1 %; other classes mixed in at most 10 %; one class is one lot of at most 100 t [verified]. GB/T 24483 does not cover refractories.': 'oldBauxite',
  'For castables; other limits not known.': 'castables',
  'Lumps over 300 mm not more than 10 % [verified]. Figures of the table are recalled; the paid standard was not read. GAL and RK/SK are trade names, not grades of the standard.': 'lumps',
  'No current standard number could be confirmed; working limits, recalled.': 'noStandard',
  'Quoted as SiO2 1.0–1.5 and TiO2 2.5–3.0 at most; the wider figure is entered.': 'quoted',
  'Recalled; to be verified.': 'recalled',
  'Sizes, with the largest piece and the share allowed below / above: 20–40 (50; 10/8 %), 40–60 (70; 10/8), 60–120 (140; 10/5), 120–160 (170; 10/8), 160–250 mm (260; 8/6) [verified].': 'silicaSizes',
  'The table has an impurity line whose value could not be read; older YB 2211-82: special class at most 3 %, others at most 4 %.': 'impurity',
  'Trade code of the demonstration prices.': 'tradeCode',
  'Traded without a class; every class serves for it.': 'withoutClass',
  'Cited for X-ray fluorescence in the pages read': 'citedXrf',
  'Cited for siliceous materials in the pages read': 'citedSiliceous',
  'Cited in the pages read': 'cited',
  'GB/T 2480 as generally known': 'gbSize',
  'General knowledge of the trade': 'trade',
  'Read across from YB/T 5207-2020': 'across',
  'Read across from the clinker standards': 'acrossClinker',
  'Taken to promise what the lowest class promises': 'lowest',
  'The number is the MgO content, hongdaly.com, page on YB/T 5266-2023; other limits not read': 'mgo',
  'Working limits as generally known; no current standard confirmed': 'working',
  'YB/T 5179-2005 as generally known; the paid standard was not read': 'paid',
  'hongdaly.com, page on YB/T 5207-2020': 'p5207',
  'hongdaly.com, page on YB/T 5266-2023': 'p5266',
  'hongdaly.com, page on YB/T 5268-2014': 'p5268',
  'hongdaly.com, page on YB/T 5268-2014; printed 60.25, read here as at most 0.25': 'p5268a',
  'hongdaly.com, page on YB/T 5268-2014; the column is printed Cr2O3 and the figure 40.40, read here as CaO at most 0.40': 'p5268b',
  'hongdaly.com, page on YB/T 5268-2014; the column is printed Cr2O3, read here as CaO': 'p5268c',
  'm.b591.cn, older ministry table of bauxite for refractories': 'ministry',
  'm.b591.cn, older ministry table of bauxite for refractories; printed there as under 1770 °C, read here as at least': 'ministry1770',
}
/** The key of the sentence under `catalogue.said`, or null. */
export const saidKey = (text: string): string | null => KNOWN[text] ?? null

/** Where the demonstration prices come from; on the portal, which loads no catalogue texts. */
export const DEMO_LEVEL = 'Demonstration level 2022–23 as generally known'
