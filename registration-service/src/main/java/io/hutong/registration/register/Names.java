package io.hutong.registration.register;

import io.hutong.events.Registrar;
import io.hutong.identity.BizId;
import java.util.List;
import java.util.Set;

/** The names in use with each registrar: first come, first served (S13 a18). */
public interface Names {

    /** Claims the name for this business; false if another one has it. Atomic also against other transactions. */
    boolean claim(Registrar registrar, String name, BizId by);

    /** A name, and the business that claims it. */
    record Claim(Registrar registrar, String name, BizId by) {}

    /** Claims many names in one go; returns the businesses that have got theirs. */
    Set<BizId> claim(List<Claim> claims);

    /** Gives a name back, if this business has it. */
    void release(Registrar registrar, String name, BizId by);
}
