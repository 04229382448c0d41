package io.hutong.rules;

import java.util.List;
import java.util.stream.Collectors;

/** Rule files that cannot take effect; every fault is listed and nothing of them was taken over. */
public final class RulesInvalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<RuleFault> faults;

    public RulesInvalid(List<RuleFault> faults) {
        super(faults.stream().map(RuleFault::toString).collect(Collectors.joining(System.lineSeparator())));
        this.faults = List.copyOf(faults);
    }

    public List<RuleFault> faults() {
        return faults;
    }
}
