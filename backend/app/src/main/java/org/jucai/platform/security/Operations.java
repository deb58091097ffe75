package org.jucai.platform.security;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

/** Every operation there is, found by method and path. What is not here does not exist. */
final class Operations {

    private final List<Operation> all;
    private final Map<Place, List<Operation>> byPlace = new HashMap<>();

    /** Where to look: how many parts a path has and what its second word is, as in {@code /api/rounds/…}. */
    private record Place(int length, String word) {}

    Operations(List<Operation> all) {
        this.all = List.copyOf(all);
        for (Operation operation : all) {
            PathContainer path = PathContainer.parsePath(operation.pattern().getPatternString());
            byPlace.computeIfAbsent(place(path), _ -> new ArrayList<>()).add(operation);
        }
        byPlace.values().forEach(same -> same.sort((one, other) -> one.pattern().compareTo(other.pattern())));
    }

    List<Operation> all() {
        return all;
    }

    /** The most specific operation; HEAD asks what GET would answer. */
    Optional<Operation> find(HttpMethod method, PathContainer path) {
        HttpMethod asked = method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
        return candidates(path).stream().filter(one -> one.method().equals(asked)).findFirst();
    }

    /** Methods that the path knows; empty where there is no such path. */
    Set<String> methods(PathContainer path) {
        Set<String> methods = new TreeSet<>();
        candidates(path).forEach(one -> methods.add(one.method().name()));
        return methods;
    }

    private List<Operation> candidates(PathContainer path) {
        return byPlace.getOrDefault(place(path), List.of()).stream()
                .filter(one -> one.pattern().matches(path))
                .toList();
    }

    /** Every operation's second word stands in the specification as it is, never as a parameter. */
    private static Place place(PathContainer path) {
        List<PathContainer.Element> elements = path.elements();
        String word = elements.size() > 3 && elements.get(3) instanceof PathContainer.PathSegment segment ? segment.valueToMatch() : "";
        return new Place(elements.size(), word);
    }
}
