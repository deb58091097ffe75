package org.jucai.platform.rounds.workbook;

import java.util.Set;
import java.util.regex.Pattern;

/** Words of the trade's paperwork that decide what a cell or a row is. All are compared after folding. */
final class Words {

    /** Stands in a cell and means that it is empty. Dashes fold to nothing. */
    static final Set<String> NOTHING = Set.of("", "无", "/", "\\", "N/A", "NA", "NONE", "NIL", "不限", "无要求", "没有", "不限价", "无限价", "空");

    static final Set<String> NEGOTIABLE = Set.of("面议", "电议", "议价", "协商", "待定", "另议", "NEGOTIABLE", "TBD", "TBC");

    private static final Set<String> DITTO = Set.of(
            "同上", "同前", "〃", "″", "′′", "\"", "''", "”", "“", "\"\"", "同", "DITTO", "DO.", "SAMEASABOVE", "SAME");

    private static final Pattern SUBTOTAL = Pattern.compile(
            "(?i)(.{0,30}(合计|小计|总计|共计|累计)(数量|吨数)?|总量|总数|(.{0,30}[^a-z])?(grand|sub)?-?totals?|sum)[:：]?[^a-z\\p{IsHan}]{0,12}(\\(.{0,10}\\))?");

    private static final Pattern NOTE = Pattern.compile(
            "(?i)((制表|填表|审核|复核|经办|编制|统计|批准)(人|员|单位|部门|日期|时间)?|负责人|单位负责人|联系人|联系电话|说明|备注|注意|注意事项|附注|注|盖章|签字|签章|填报|填报单位|填报人|填报日期|"
                    + "日期|note|notes|remark|remarks|prepared by|approved by|signed|signature|instructions?)\\s*\\d?\\s*[:：、.．].*");

    private static final Pattern NOT_DEMAND_SHEET = Pattern.compile(
            "(?i)(.*(说明|须知|示例|范例|字典|下拉|选项)|样表|例子|(.*[^a-z])?(instructions?|example|read ?me|how ?to( fill( in)?)?|guide(lines)?|look-?up)|examples|notes?|lists?)\\s*\\d*");

    private static final Pattern EXAMPLE_ROW = Pattern.compile(
            "(?i)(.*(填写示例|填报示例|不是需求|非需求).*|示例[:：]?.*|例[:：].*|\\(?example( line| row| only)?\\)?[.:,].*|\\(?example( line| row| only)?\\)?)");

    private Words() {}

    static boolean isDitto(Cell cell) {
        return cell.kind() == Cell.Kind.TEXT && cell.text().length() < 20 && DITTO.contains(Fold.key(cell.text()));
    }

    static boolean isSubtotal(String text) {
        String folded = Fold.text(text).replace(" ", "");
        return folded.length() <= 40 && SUBTOTAL.matcher(folded).matches();
    }

    static boolean isNote(String text) {
        return NOTE.matcher(Fold.text(text)).matches();
    }

    static boolean isExample(String text) {
        return EXAMPLE_ROW.matcher(Fold.text(text)).matches();
    }

    static boolean namesNoDemand(String sheet) {
        return NOT_DEMAND_SHEET.matcher(Fold.text(sheet)).matches();
    }
}
