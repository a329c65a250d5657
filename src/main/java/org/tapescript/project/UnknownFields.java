package org.tapescript.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;

/** Fields of a project file that this version does not know, kept by the object they stand in: list entries by their id. */
final class UnknownFields {
    static final UnknownFields NONE = new UnknownFields(new HashMap<>());

    private final Map<String, ObjectNode> byPlace;

    private UnknownFields(Map<String, ObjectNode> byPlace) {
        this.byPlace = byPlace;
    }

    static UnknownFields in(ObjectNode tree) {
        UnknownFields result = new UnknownFields(new HashMap<>());
        result.walk("", tree, ProjectShape.class, (place, node, known) -> {
            ObjectNode rest = node.deepCopy().without(known);
            if (!rest.isEmpty()) {
                result.byPlace.put(place, rest);
            }
        });
        return result;
    }

    void into(ObjectNode tree) {
        walk("", tree, ProjectShape.class, (place, node, known) -> {
            ObjectNode rest = byPlace.get(place);
            if (rest != null) {
                node.setAll(rest);
            }
        });
    }

    private interface Visitor {
        void visit(String place, ObjectNode node, java.util.List<String> known);
    }

    private void walk(String place, ObjectNode node, Class<?> shape, Visitor visitor) {
        java.util.List<String> known = new java.util.ArrayList<>();
        for (RecordComponent component : shape.getRecordComponents()) {
            known.add(component.getName());
            JsonNode value = node.get(component.getName());
            Class<?> inner = recordType(component.getGenericType());
            if (inner == null || value == null) {
                continue;
            }
            String at = place + "/" + component.getName();
            if (value instanceof ObjectNode object) {
                walk(at, object, inner, visitor);
            } else if (value instanceof ArrayNode array) {
                for (int i = 0; i < array.size(); i++) {
                    if (array.get(i) instanceof ObjectNode entry) {
                        walk(at + "/" + entry.path("id").asText(String.valueOf(i)), entry, inner, visitor);
                    }
                }
            }
        }
        visitor.visit(place, node, known);
    }

    private static Class<?> recordType(Type type) {
        Type inner = type instanceof ParameterizedType p ? p.getActualTypeArguments()[0] : type;
        return inner instanceof Class<?> c && c.isRecord() ? c : null;
    }
}
