package org.jucai.platform.rounds.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks of the largest size that is taken. */
class LargeWorkbookTest {

    private static final int ROWS = 49_999;

    @TempDir
    Path folder;

    @Test
    void fiftyThousandRowsAreReadInModestMemoryAndToldAsTheyCome() throws IOException {
        Path file = folder.resolve("large.xlsx");
        write(file);
        List<Integer> heard = new ArrayList<>();
        long before = used();

        Preview preview = DemandWorkbook.read(file, Books.setting(), (judged, loaded) -> heard.add(judged));

        long held = used() - before;
        assertThat(preview.totals().accepted()).isEqualTo(ROWS);
        assertThat(preview.totals().all().targetKg()).isEqualTo(IntStream.range(0, ROWS).mapToLong(LargeWorkbookTest::kg).sum());
        assertThat(heard).isSorted().hasSizeGreaterThan(90).last().isEqualTo(ROWS + 1);
        assertThat(held).as("bytes held by the preview").isLessThan(200L << 20);
    }

    private static long kg(int row) {
        return 1_000L + row;
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void write(Path file) throws IOException {
        List<String> headers = List.of("企业编号", "统一社会信用代码", "企业名称", "物料牌号", "可替代牌号", "最低数量(吨)", "需求数量(吨)", "最高数量(吨)",
                "最高限价(元/吨,含税)", "交货地点", "交货起", "交货止", "付款方式(现款/代采)", "备注");
        List<LocalDate[]> windows = windows();
        try (OutputStream out = Files.newOutputStream(file)) {
            RowsWriter.xlsx("需求", headers, IntStream.range(0, ROWS).mapToObj(i -> {
                Enterprise member = Books.MEMBERS.get(i % 3);
                LocalDate[] window = windows.get(i / 33);
                DemandLine line = new DemandLine(member.id(), member.uscc(), member.name(), Books.CODES.get(i / 3 % 11), List.of(),
                        kg(i) - 1, kg(i), kg(i) + 1, 200_000L, member.points().getFirst().name(), null, window[0], window[1], Payment.CASH, "第" + i + "行备注");
                List<RowsWriter.Out> cells = new ArrayList<>(RowsWriter.cells(line));
                cells.set(8, new RowsWriter.Out.Figure(BigDecimal.valueOf(2000 + i % 500)));
                return cells;
            }).iterator(), out);
        }
    }

    /** Every window inside the period, so that no two lines share a key. */
    private static List<LocalDate[]> windows() {
        List<LocalDate[]> windows = new ArrayList<>();
        for (LocalDate from = Books.PERIOD.from(); !from.isAfter(Books.PERIOD.to()); from = from.plusDays(1)) {
            for (LocalDate to = from; !to.isAfter(Books.PERIOD.to()); to = to.plusDays(1)) windows.add(new LocalDate[] {from, to});
        }
        return windows;
    }
}
