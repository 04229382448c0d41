package io.hutong.web.openapi;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.ClassType;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** Schemas that only an annotation names, so that no method leads to their type: the record of that name is it. */
final class ByName {
    private ByName() {}

    static void walkTheRest(
            IndexView index,
            Map<String, org.eclipse.microprofile.openapi.models.media.Schema> schemas,
            SchemaTypes types) {
        for (String name : new TreeSet<>(schemas.keySet())) {
            if (!types.found().containsKey(name)) {
                // an index of several archives may know a class more than once
                List<DotName> records = index.getKnownClasses().stream()
                        .filter(known -> known.isRecord() && isCalled(known, name))
                        .map(ClassInfo::name)
                        .distinct()
                        .toList();
                if (records.size() == 1) {
                    types.walk(ClassType.create(records.get(0)), SchemaTypes.to(name));
                }
            }
        }
    }

    private static boolean isCalled(ClassInfo known, String name) {
        var given = known.declaredAnnotation(Schema.class);
        return given != null && given.value("name") != null
                ? given.value("name").asString().equals(name)
                : known.name().local().replaceFirst(".*[.$]", "").equals(name);
    }
}
