package org.jucai.platform.catalogue.web;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.catalogue.Catalogue;
import org.jucai.platform.catalogue.CatalogueBoard;
import org.jucai.platform.catalogue.CatalogueCommand;
import org.jucai.platform.catalogue.CatalogueDesk;
import org.jucai.platform.catalogue.CatalogueRefusal;
import org.jucai.platform.catalogue.Described;
import org.jucai.platform.catalogue.GradeCode;
import org.jucai.platform.catalogue.MaterialCode;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.spec.api.CatalogueApi;
import org.jucai.spec.model.AliasCertainty;
import org.jucai.spec.model.AliasDoubt;
import org.jucai.spec.model.Grade;
import org.jucai.spec.model.GradeAlias;
import org.jucai.spec.model.GradeAliasPage;
import org.jucai.spec.model.GradeAliasRevision;
import org.jucai.spec.model.GradeDetail;
import org.jucai.spec.model.GradeName;
import org.jucai.spec.model.GradePage;
import org.jucai.spec.model.GradeRevision;
import org.jucai.spec.model.Material;
import org.jucai.spec.model.MaterialPage;
import org.jucai.spec.model.NewGrade;
import org.jucai.spec.model.NewGradeAlias;
import org.jucai.spec.model.NewMaterial;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
class CatalogueController implements CatalogueApi {

    private final CatalogueBoard board;
    private final CatalogueWrites writes;

    CatalogueController(CatalogueBoard board, CatalogueWrites writes) {
        this.board = board;
        this.writes = writes;
    }

    @Override
    public Mono<MaterialPage> listMaterials(@Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        return board.current().map(catalogue -> {
            var page = Pages.cut(catalogue.materials(), cursor, limit, material -> material.code().code());
            return new MaterialPage().items(page.map(GradeViews::material).items()).nextCursor(page.nextCursor());
        });
    }

    @Override
    public Mono<Material> addMaterial(String idempotencyKey, Mono<NewMaterial> newMaterial, ServerWebExchange exchange) {
        return newMaterial.flatMap(asked -> writes.once(exchange, asked,
                new CatalogueCommand.AddMaterial(
                        new MaterialCode(asked.getCode()),
                        new Described(asked.getNameZh(), asked.getNameEn(), asked.getStandard(), asked.getNote()),
                        asked.getTestMethods().stream().map(GradeViews::testMethod).toList()),
                Material.class,
                (done, _) -> GradeViews.material(done.catalogue().material(new MaterialCode(asked.getCode())).orElseThrow())));
    }

    @Override
    public Mono<GradePage> listGrades(@Nullable String materialCode, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Actor actor = Caller.of(exchange).maybeActor().orElse(null);
        return board.current().map(catalogue -> {
            var asked = catalogue.grades().stream()
                    .filter(compared -> materialCode == null || compared.grade().material().code().equals(materialCode))
                    .toList();
            var page = Pages.cut(asked, cursor, limit, compared -> compared.grade().code().code());
            return new GradePage().items(page.map(compared -> GradeViews.grade(compared, actor)).items()).nextCursor(page.nextCursor());
        });
    }

    @Override
    public Mono<GradeDetail> getGrade(String code, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return board.current().map(catalogue -> {
            Catalogue.Compared compared = catalogue.grade(new GradeCode(code))
                    .orElseThrow(() -> new RefusedException(CatalogueRefusal.GRADE_NOT_FOUND, Map.of("grade", code)));
            caller.showVersion(compared.grade().version());
            return GradeViews.detail(catalogue, compared, caller.maybeActor().orElse(null));
        });
    }

    @Override
    public Mono<Grade> addGrade(String idempotencyKey, Mono<NewGrade> newGrade, ServerWebExchange exchange) {
        return newGrade.flatMap(asked -> writes.once(exchange, asked,
                        new CatalogueCommand.AddGrade(
                                new GradeCode(asked.getCode()),
                                new MaterialCode(asked.getMaterialCode()),
                                new Described(asked.getNameZh(), asked.getNameEn(), asked.getStandard(), asked.getNote()),
                                asked.getLimits().stream().map(GradeViews::limit).toList()),
                        Grade.class,
                        (done, actor) -> grade(done, new GradeCode(asked.getCode()), actor)))
                .doOnNext(grade -> Caller.of(exchange).showVersion(grade.getVersion()));
    }

    @Override
    public Mono<Grade> reviseGrade(String code, String ifMatch, Mono<GradeRevision> gradeRevision, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return gradeRevision.flatMap(asked -> writes.edit(exchange,
                        new CatalogueCommand.ReviseGrade(
                                new GradeCode(code),
                                caller.requiredVersion(),
                                new Described(asked.getNameZh(), asked.getNameEn(), asked.getStandard(), asked.getNote()),
                                asked.getLimits().stream().map(GradeViews::limit).toList()),
                        (done, actor) -> grade(done, new GradeCode(code), actor)))
                .doOnNext(grade -> caller.showVersion(grade.getVersion()));
    }

    private static Grade grade(CatalogueDesk.Done done, GradeCode code, Actor actor) {
        return GradeViews.grade(done.catalogue().grade(code).orElseThrow(), actor);
    }

    @Override
    public Mono<GradeAliasPage> listGradeAliases(@Nullable String gradeCode, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        return board.current().map(catalogue -> {
            var asked = catalogue.aliases().stream()
                    .filter(alias -> gradeCode == null || alias.meaning().code().code().equals(gradeCode))
                    .toList();
            Page<org.jucai.platform.catalogue.GradeAlias> page = Pages.cut(asked, cursor, limit, alias -> alias.id().toString());
            return new GradeAliasPage().items(page.map(GradeViews::alias).items()).nextCursor(page.nextCursor());
        });
    }

    @Override
    public Mono<GradeAlias> addGradeAlias(String idempotencyKey, Mono<NewGradeAlias> newGradeAlias, ServerWebExchange exchange) {
        return newGradeAlias.flatMap(asked -> writes.once(exchange, asked,
                        new CatalogueCommand.AddAlias(asked.getAlias(), meaning(asked.getGradeCode(), asked.getCertainty(), asked.getDoubt())),
                        GradeAlias.class,
                        (done, _) -> alias(done)))
                .doOnNext(alias -> Caller.of(exchange).showVersion(alias.getVersion()));
    }

    @Override
    public Mono<GradeAlias> reviseGradeAlias(UUID aliasId, String ifMatch, Mono<GradeAliasRevision> gradeAliasRevision, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return gradeAliasRevision.flatMap(asked -> writes.edit(exchange,
                        new CatalogueCommand.ReviseAlias(
                                aliasId, caller.requiredVersion(), meaning(asked.getGradeCode(), asked.getCertainty(), asked.getDoubt())),
                        (done, _) -> alias(done)))
                .doOnNext(alias -> caller.showVersion(alias.getVersion()));
    }

    private static GradeAlias alias(CatalogueDesk.Done done) {
        return GradeViews.alias(done.catalogue().alias(done.id()).orElseThrow());
    }

    private static CatalogueCommand.AliasMeaning meaning(String code, AliasCertainty certainty, @Nullable AliasDoubt doubt) {
        return new CatalogueCommand.AliasMeaning(
                new GradeCode(code),
                certainty == AliasCertainty.EXACT,
                Optional.ofNullable(doubt).map(why -> org.jucai.platform.catalogue.GradeAlias.Doubt.valueOf(why.name())).orElse(null));
    }

    @Override
    public Mono<GradeName> lookUpGradeName(String text, ServerWebExchange exchange) {
        return board.current().map(catalogue -> GradeViews.name(text, catalogue.names().find(text)));
    }
}
