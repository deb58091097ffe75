package org.jucai.local.world;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.jucai.local.DemoChapter;
import org.jucai.platform.finance.products.DayCount;
import org.jucai.platform.finance.products.Figure;
import org.jucai.platform.finance.products.ProductDesk;
import org.jucai.platform.finance.products.ProductTerms;
import org.jucai.platform.kernel.Actor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the two banks finance by: one on contracts, in two versions, the other on goods that lie in store. Nobody has verified their figures. */
@Component
@Order(26)
class ProductsChapter implements DemoChapter {

    private static final Duration AFTER_FOUNDING = Duration.ofHours(260);
    private static final Duration REVISED_AFTER = Duration.ofDays(60);
    private static final ProductTerms USUAL = ProductTerms.usual();

    private final Desk desk;
    private final Cast cast;
    private final DemoDays days;
    private final ProductDesk products;

    ProductsChapter(Desk desk, Cast cast, DemoDays days, ProductDesk products) {
        this.desk = desk;
        this.cast = cast;
        this.days = days;
        this.products = products;
    }

    @Override
    public String key() {
        return "products";
    }

    @Override
    public String title() {
        return "融资产品 Financing products";
    }

    @Override
    public Mono<Void> write(RandomGenerator chance) {
        Actor first = cast.person("bank-credit");
        Actor second = cast.person("bank-risk");
        Instant at = days.founding().plus(AFTER_FOUNDING);
        return desk.as(first, at, asking -> products.enter(asking, new ProductDesk.Entry(USUAL, Optional.of("首期试行"))))
                .flatMap(entered -> desk.as(first, at.plus(REVISED_AFTER), asking -> products.revise(asking, entered.id(), OptionalLong.of(1), dearer())))
                .then(desk.as(second, at, asking -> products.enter(asking, onGoods())))
                .then();
    }

    /** The first version lent for too little. */
    private static ProductDesk.Entry dearer() {
        return new ProductDesk.Entry(of(USUAL, USUAL.security(), new ProductTerms.Pricing(62_000, 93_000, 2_000, DayCount.ACTUAL_360), EnumSet.of(Figure.FEE)),
                Optional.of("试行两个月后调整利率与手续费"));
    }

    private static ProductDesk.Entry onGoods() {
        ProductTerms.Security security = new ProductTerms.Security(1_000, ProductTerms.DepositUse.TOWARDS_PRICE, 6_000, ProductTerms.Against.GOODS);
        ProductTerms terms = of(USUAL, security, new ProductTerms.Pricing(54_000, 81_000, 0, DayCount.ACTUAL_365), EnumSet.noneOf(Figure.class));
        return new ProductDesk.Entry(new ProductTerms("现货质押融资", "Finance on goods in store", true, terms.security(), terms.pledge(), terms.pricing(), terms.tenor(), terms.conversion(),
                terms.fund(), terms.guarantor(), terms.toBeVerified()), Optional.empty());
    }

    private static ProductTerms of(ProductTerms like, ProductTerms.Security security, ProductTerms.Pricing pricing, EnumSet<Figure> alsoToBeVerified) {
        EnumSet<Figure> toBeVerified = EnumSet.copyOf(like.toBeVerified());
        toBeVerified.addAll(alsoToBeVerified);
        return new ProductTerms(like.nameZh(), like.nameEn(), like.offered(), security, like.pledge(), pricing, like.tenor(), like.conversion(), like.fund(), like.guarantor(), toBeVerified);
    }
}
