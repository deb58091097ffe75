package org.jucai.platform.contracts.weighing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a weighbridge's table holds, told by the words of its header. */
public enum TicketColumn {
    DELIVERY("交货编号", "交货单", "送货编号", "提货编号", "deliverycode", "delivery"),
    PLATE("车牌", "车号", "车辆", "plate", "truck", "vehicle"),
    GROSS("毛重", "总重", "gross"),
    TARE("皮重", "空车", "tare"),
    NET("净重", "net"),
    BRIDGE("地磅", "磅房", "衡器", "磅秤", "秤号", "weighbridge", "scale"),
    WEIGHED_AT("时间", "日期", "time", "date", "weighedat"),
    NUMBER("磅单", "单号", "流水", "编号", "票号", "ticket", "number", "no.");

    /** Programs print two times; the one at which the weighing was done is the later: of tare or of gross. */
    private static final List<String> NO_TIME_OF_ITS_OWN = List.of("打印", "print");

    private final List<String> words;

    TicketColumn(String... words) {
        this.words = List.of(words);
    }

    /** The first that the header names, in the order in which they stand above: 毛重时间 is a time and no mass. */
    static Optional<TicketColumn> of(String header) {
        String said = header.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        if (said.isEmpty() || said.length() > 30 || NO_TIME_OF_ITS_OWN.stream().anyMatch(said::contains)) return Optional.empty();
        if (WEIGHED_AT.named(said) && !DELIVERY.named(said)) return Optional.of(WEIGHED_AT);
        return Arrays.stream(values()).filter(column -> column.named(said)).findFirst();
    }

    private boolean named(String said) {
        return words.stream().anyMatch(said::contains);
    }
}
