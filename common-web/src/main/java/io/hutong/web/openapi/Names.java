package io.hutong.web.openapi;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.Type;

/** What a type is called in the document: as in the code, without what only the code needs. */
final class Names {
    static final DotName SCHEMA = DotName.createSimple(Schema.class);

    private Names() {}

    /** {@code DutyJson} is Duty, {@code Duty.State} is DutyState, {@code Page<BusinessJson>} is BusinessPage. */
    static String of(Type type, IndexView index) {
        String name = of(type.name(), index);
        if (type instanceof ParameterizedType generic) {
            var arguments = new StringBuilder();
            generic.arguments().forEach(argument -> arguments.append(of(argument, index)));
            return arguments + name;
        }
        return name;
    }

    private static String of(DotName type, IndexView index) {
        ClassInfo known = index.getClassByName(type);
        if (known == null) {
            return type.withoutPackagePrefix();
        }
        var given = known.declaredAnnotation(SCHEMA);
        if (given != null && given.value("name") != null) {
            return given.value("name").asString();
        }
        String own = without(known.name().withoutPackagePrefix(), "Json");
        own = own.substring(own.lastIndexOf('$') + 1);
        String outer = known.enclosingClass() == null ? "" : of(known.enclosingClass(), index);
        return outer.endsWith("Resource") ? own : outer + own;
    }

    private static String without(String name, String ending) {
        return name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
    }
}
