package org.jucai.platform.catalogue;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jucai.platform.kernel.WorkingDays;

/** The whole catalogue at one moment, comparisons made. A value: asked without a query. */
public final class Catalogue {

    private final List<Material> materials;
    private final Map<GradeCode, Compared> grades;
    private final List<GradeAlias> aliases;
    private final List<YearCalendar> calendars;
    private final GradeNames names;
    private final WorkingDays workingDays;

    /**
     * A grade among the others of its material.
     *
     * @param better the others that serve for it, nearest first
     * @param nextBetter of these, those with no other between
     */
    public record Compared(Grade grade, List<GradeCode> better, List<GradeCode> nextBetter) {
        public Compared {
            better = List.copyOf(better);
            nextBetter = List.copyOf(nextBetter);
        }
    }

    Catalogue(Collection<Material> materials, Collection<Grade> grades, Collection<GradeAlias> aliases, Collection<YearCalendar> calendars) {
        this.materials = materials.stream().sorted(Comparator.comparing(Material::code)).toList();
        this.grades = grades.stream().map(grade -> compared(grade, grades))
                .collect(toUnmodifiableMap(compared -> compared.grade().code(), identity()));
        this.aliases = aliases.stream().sorted(Comparator.comparing(alias -> GradeNames.key(alias.spelling()))).toList();
        this.calendars = calendars.stream().sorted(Comparator.comparing(YearCalendar::year).reversed()).toList();
        this.names = GradeNames.of(this.grades.keySet(), aliases);
        this.workingDays = new WorkingDays(calendars.stream().collect(toUnmodifiableMap(YearCalendar::year, YearCalendar::forCounting)));
    }

    /** The catalogue after an event; prices are not part of it. */
    Catalogue after(CatalogueEvent event) {
        List<Grade> known = grades.values().stream().map(Compared::grade).toList();
        return switch (event) {
            case CatalogueEvent.MaterialAdded(var added) -> new Catalogue(with(materials, added, Material::id), known, aliases, calendars);
            case CatalogueEvent.GradeAdded(var added) -> new Catalogue(materials, with(known, added, Grade::id), aliases, calendars);
            case CatalogueEvent.GradeRevised(var revised) -> new Catalogue(materials, with(known, revised, Grade::id), aliases, calendars);
            case CatalogueEvent.GradeAliasAdded(var added) -> new Catalogue(materials, known, with(aliases, added, GradeAlias::id), calendars);
            case CatalogueEvent.GradeAliasRevised(var revised) -> new Catalogue(materials, known, with(aliases, revised, GradeAlias::id), calendars);
            case CatalogueEvent.PriceEntered _, CatalogueEvent.PriceCorrected _ -> this;
            case CatalogueEvent.CalendarImported(var loaded) -> new Catalogue(materials, known, aliases, with(calendars, loaded, YearCalendar::id));
        };
    }

    private static <T> List<T> with(List<T> before, T changed, Function<T, UUID> id) {
        return Stream.concat(before.stream().filter(other -> !id.apply(other).equals(id.apply(changed))), Stream.of(changed)).toList();
    }

    private static Compared compared(Grade grade, Collection<Grade> all) {
        List<Grade> better = ThisOrBetter.betterThan(grade, all);
        return new Compared(grade, codes(better), codes(ThisOrBetter.nextBetter(grade, better)));
    }

    private static List<GradeCode> codes(List<Grade> grades) {
        return grades.stream().map(Grade::code).toList();
    }

    /** All materials, by code. */
    public List<Material> materials() {
        return materials;
    }

    public Optional<Material> material(MaterialCode code) {
        return materials.stream().filter(material -> material.code().equals(code)).findFirst();
    }

    /** All grades, by material and code. */
    public List<Compared> grades() {
        return grades.values().stream()
                .sorted(Comparator.comparing((Compared compared) -> compared.grade().material()).thenComparing(compared -> compared.grade().code()))
                .toList();
    }

    public Optional<Compared> grade(GradeCode code) {
        return Optional.ofNullable(grades.get(code));
    }

    /** Whether {@code offered} is {@code asked} or better; false where either is unknown. */
    public boolean servesFor(GradeCode offered, GradeCode asked) {
        return offered.equals(asked) ? grades.containsKey(asked) : grade(asked).filter(compared -> compared.better().contains(offered)).isPresent();
    }

    /** The limits of {@code asked} that {@code offered} does not guarantee. */
    public Set<Property> missedBy(Grade offered, Grade asked) {
        return ThisOrBetter.missedBy(offered, asked);
    }

    /** All spellings, by spelling. */
    public List<GradeAlias> aliases() {
        return aliases;
    }

    public Optional<GradeAlias> alias(UUID id) {
        return aliases.stream().filter(alias -> alias.id().equals(id)).findFirst();
    }

    public GradeNames names() {
        return names;
    }

    /** The calendars that are loaded, newest year first. */
    public List<YearCalendar> calendars() {
        return calendars;
    }

    public Optional<YearCalendar> calendar(int year) {
        return calendars.stream().filter(calendar -> calendar.year() == year).findFirst();
    }

    public WorkingDays workingDays() {
        return workingDays;
    }
}
