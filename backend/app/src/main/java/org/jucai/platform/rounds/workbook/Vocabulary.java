package org.jucai.platform.rounds.workbook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The words people put above columns, in Chinese and English. A header must be such a word as a whole, not merely contain one. */
final class Vocabulary {

    /** What a header word means. */
    sealed interface Meaning {
        record Of(Field field) implements Meaning {}

        /** A word that is known and carries no demand: a serial number, a telephone, last year's price. */
        record Ignored() implements Meaning {}

        record Unknown() implements Meaning {}
    }

    private static final Pattern IGNORED = Pattern.compile(
            "序号?|行号|编次|no|nr|sn|serial(no|number)?|seq(uence)?|index|line(no|number)?|row|#|(联系人?|电话|手机|联系)(人|电话|方式|号码)?|phone|mobile|"
                    + "contact(person|name)?|tel|email|合计|小计|总计|(sub|grand)?total|总?金额|总价|总额|value|amountcny|(去年|上年|上月|上次|历史|往年|同期|参考|市场|成交).*|"
                    + "(last|previous|reference|market|history|historical).*|town|乡镇|镇|所属(乡镇|区域)|区域|地区|region|日期填报|填报日期");

    private static final String PARTY = "(企业|单位|会员|需方单位|成员|公司|需方|客户|买方|会员企业|会员单位|成员企业|成员单位|需求单位|需求企业|采购单位|采购企业|申报单位|申报企业|填报单位|用户|用户单位|使用单位|厂家|参与企业)";
    private static final String PARTY_EN = "(enterprise|company|member|buyer|firm|plant|customer|organi[sz]ation|purchaser|participant)";
    private static final String MASS = "(数量|量|吨数|吨位|重量|用量)";
    private static final String MASS_EN = "(qty|quantity|mass|tonnage|tonnes|tons|demand|order|volume|amount|weight|requirement)";
    private static final String DELIVERY = "(交货|送货|到货|供货|收货|卸货|提货|交割|交付|要货|用货|需求|进场|到厂)";

    /** In the order in which they are asked: the narrower word first. */
    private static final Map<Field, Pattern> WORDS = words();

    private Vocabulary() {}

    private static Map<Field, Pattern> words() {
        Map<Field, String> words = new LinkedHashMap<>();
        parties(words);
        terms(words);
        masses(words);
        days(words);
        others(words);
        Map<Field, Pattern> patterns = new LinkedHashMap<>();
        words.forEach((field, regex) -> patterns.put(field, Pattern.compile(regex)));
        return Collections.unmodifiableMap(patterns);
    }

    private static void parties(Map<Field, String> words) {
        words.put(Field.USCC, "(统一)?(社会)?信用代码(证号?)?|统一代码|机构代码|税号|纳税人识别号|uscc|(unified)?(social)?credit(code|no|number|id)|tax(id|no|number|code)|usci");
        words.put(Field.ENTERPRISE_ID, PARTY + "?(编号|编码|代号|代码)|" + PARTY + "(号|id)|" + PARTY_EN + "?(id|code)|" + PARTY_EN + "(no|number|ref)|id");
        words.put(Field.UNIT, "(计量|数量|重量)单位|units?|uom|unitofmeasure");
        words.put(Field.ENTERPRISE_NAME, PARTY + "(全)?(名称|名|简称|称)?|名称|" + PARTY_EN + "(name)?|name");
    }

    private static void terms(Map<Field, String> words) {
        words.put(Field.SUBSTITUTES, "可?(替代|代用|接受|备选|替换)(的)?(牌号|品种|物料|料|品级|等级|品)?(编码)?|(其他)?可接受牌号|substitut(e|es|ions?)(grades?|codes?)?|alternatives?(grades?)?|"
                + "(alsoaccept(s|ed)?|acceptable|accepted|other)(grades?|substitutes)?");
        words.put(Field.PRICE_CAP, "(含税|到厂)*最?高?(限价|价格上限|上限价格?|控制价|最高价格?|最高接受价格?)|最高(可)?接受(价|价格|单价)|可接受(最高)?(单)?(价|价格)|心理价位?|目标价格?|"
                + "(含税|到厂|到厂含税|期望|意向|最高)*(单价|价格|价)(上限)?|(price|unitprice)(cap|limit|ceiling|max)?|(max|maximum|ceiling|limit|cap|top|highest)(unit)?price|(price)?(cap|ceiling)");
        words.put(Field.PLACE, DELIVERY + "(地点|地址|地|场所|料场|点|仓库|位置)|料场|地点|地址|目的地|到站|卸点|(delivery|deliver|unloading|receiving|ship|shipping)(to)?"
                + "(place|point|site|address|location|yard)|destination|shipto|consignee|place|location|yard|site");
    }

    private static void masses(Map<Field, String> words) {
        words.put(Field.MINIMUM, "(需求|采购|数量)?(最低|最少|最小|下限|保底|至少|起订)(需求|采购)?" + MASS + "?|" + MASS + "(下限|最少|最低|最小)|min(imum)?" + MASS_EN + "?|" + MASS_EN + "min(imum)?|lowerlimit|lower|atleast|moq");
        words.put(Field.MAXIMUM, "(需求|采购|数量)?(最高|最多|最大|上限|至多|封顶)(需求|采购)?" + MASS + "?|" + MASS + "(上限|最多|最高|最大)|max(imum)?" + MASS_EN + "?|" + MASS_EN + "max(imum)?|upperlimit|upper|atmost");
        words.put(Field.TARGET, "(\\d{1,2}月份?)?(需求|采购|申报|计划|目标|订购|意向|申请|预计|本月|本期|月|当月|拟|实际|正常|期望|联合|报)*" + MASS + "|需求|目标|正常|(target|demand|required?|requested|order(ed)?|planned|needed)?"
                + MASS_EN + "|target|needs?|tonne|吨|万吨|公斤|kg");
    }

    private static void days(Map<Field, String> words) {
        words.put(Field.WINDOW, DELIVERY + "(期|日期|时间|期限|周期|时段|窗口|窗)(要求)?|交期|货期|期限|时间|日期|(delivery|shipping)(window|period|dates?|time)?|window|period|dates?|when");
        words.put(Field.FROM, DELIVERY + "?(期|时间|日期|期限)?(最早|起|开始|起始|自|从|始)(日期|时间|日|期)?|最早" + DELIVERY + "(日期|时间|日|期)?|(delivery|deliver|window|delivered|shipping)?"
                + "(from|start|starts|begin|begins|earliest|notbefore|first)(date|day|on)?(DELIVERY)?|earliestdelivery(date)?");
        words.put(Field.TO, DELIVERY + "?(期|时间|日期|期限)?(最晚|最迟|止|截止|结束|终止|至|到|末|终)(日期|时间|日|期)?|(最晚|最迟)" + DELIVERY + "(日期|时间|日|期)?|(delivery|deliver|window|delivered|shipping)?"
                + "(to|end|ends|until|till|latest|notafter|by|last|finish)(date|day|on)?(DELIVERY)?|latestdelivery(date)?");
    }

    private static void others(Map<Field, String> words) {
        words.put(Field.PAYMENT, "(付款|支付|结算|货款|资金|结款)(方式|类型|条件|形式)?|现款(或|和)?代采|(payment|settlement|paying|pay)(method|terms?|type|mode|by)?|terms|finance|cashorfinanced|cash/financed");
        words.put(Field.REMARK, "备注|说明|其他|其它|其他要求|特殊要求|要求|附注|remarks?|notes?|comments?");
        words.put(Field.GRADE, "(需求|采购)?(物料|材料|原料|原材料|产品|货物|商品|矾土|熟料|物资)?(牌号|品级|级别|等级|品名|品种|品类|型号|规格型号|规格|料种)(编码|代码)?|(物料|材料|原料|原材料|产品|货物|物资)(名称|编码|代码)?((及|和|与|或)?(牌号|规格|型号))?|"
                + "(material|product|goods|commodity|bauxite)?(grades?|material|product|item|commodity|goods)(code|name)?|materialgrade");
    }

    /** Meaning of a header of one or more levels, upper levels first: the whole, then the lowest level that means something. */
    static Meaning of(List<String> levels) {
        List<String> asked = new ArrayList<>();
        if (levels.size() > 1) asked.add(String.join("", levels));
        asked.addAll(levels.reversed());
        for (String text : asked) {
            Meaning meaning = of(text);
            if (!(meaning instanceof Meaning.Unknown)) return meaning;
        }
        return new Meaning.Unknown();
    }

    static Meaning of(String header) {
        String base = base(header);
        if (base.isEmpty() || base.length() > 30) return new Meaning.Unknown();
        if (IGNORED.matcher(base).matches()) return new Meaning.Ignored();
        return WORDS.entrySet().stream().filter(word -> word.getValue().matcher(base).matches()).findFirst()
                .<Meaning>map(word -> new Meaning.Of(word.getKey())).orElseGet(Meaning.Unknown::new);
    }

    /** Lower case, without brackets, units after a slash, spaces, punctuation and numbering. */
    static String base(String header) {
        String folded = Fold.text(header).toLowerCase(Locale.ROOT);
        String bare = folded.replaceAll("[(\\[【<].*?[)\\]】>]|[(\\[【].*$", "").replaceAll("[/:：,，]\\s*(万吨|千吨|吨|公斤|千克|kg|t|tonnes?|元.*|cny.*|rmb.*)\\s*$", "");
        String kept = bare.replaceAll("[\\s\\p{Punct}：，。、*＊★]", "");
        return kept.isEmpty() ? folded.replaceAll("[\\s\\p{Punct}：，。、]", "") : kept;
    }
}
