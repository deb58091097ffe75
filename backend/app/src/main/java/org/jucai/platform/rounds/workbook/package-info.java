/**
 * Reads demand workbooks of any shape into a preview of lines, and writes templates and harmless exports.
 *
 * <p>Pure: no framework, no database, no clock. The way of the data: {@code BookOpener} tells what the bytes are and refuses
 * hostile ones, {@code XlsxBook} or {@code XlsBook} yields bounded {@code Grid}s, {@code TableFinder} recognises headers by
 * words and then by content, {@code SheetReader} cuts rows into fields, {@code LineRules} judges them.
 *
 * <p>Apache POI is the library: its event model reads BIFF8 (.xls) in little memory, its format rules tell dates from numbers,
 * its writers make templates and exports. The parts of an .xlsx are read by the JDK's StAX reader behind our own inflation
 * limits, because a preview needs what the streaming readers of POI and fastexcel leave out or load whole: merged cells,
 * hidden columns, cached results of formulas, error cells, and a bound on every part before it is parsed.
 */
@NullMarked
package org.jucai.platform.rounds.workbook;

import org.jspecify.annotations.NullMarked;
