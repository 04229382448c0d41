package io.hutong.tax.fact;

import io.hutong.identity.BizId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLSyntaxErrorException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Works on files of facts until none waits. A chunk that fails is tried again at the next look; a business that keeps
 * failing it is set aside, so that it holds up neither its file nor the later ones. A database that is away is waited
 * for.
 */
@ApplicationScoped
public class WorkFactsFiles {
    /** So often is a failure tried again before its lines are given up. */
    public static final int MOST_FAILURES = 5;

    private static final System.Logger LOG = System.getLogger(WorkFactsFiles.class.getName());

    private final WorkFactsFile work;
    private final Map<BizId, Integer> failures = new HashMap<>();
    private final Set<BizId> setAside = new HashSet<>();
    private int unexplained;

    public WorkFactsFiles(WorkFactsFile work) {
        this.work = work;
    }

    /** Called by one worker at a time. */
    public synchronized void handle() {
        boolean more = true;
        while (more) {
            more = step();
        }
    }

    private boolean step() {
        try {
            boolean more = work.step(bizId -> unexplained >= MOST_FAILURES || setAside.contains(bizId));
            failures.clear();
            setAside.clear();
            unexplained = 0;
            return more;
        } catch (BusinessFailed failed) {
            note(failed, failed.bizId());
        } catch (RuntimeException failure) {
            note(failure, null);
        }
        return false;
    }

    private void note(RuntimeException failure, @Nullable BizId bizId) {
        Throwable root = root(failure);
        LOG.log(
                System.Logger.Level.WARNING,
                "facts of {0} could not be recorded: {1}",
                bizId == null ? "a chunk" : bizId.value(),
                root.getClass().getSimpleName());
        if (ofTheDatabase(failure)) {
            return;
        }
        if (bizId == null) {
            unexplained++;
        } else if (failures.merge(bizId, 1, Integer::sum) >= MOST_FAILURES) {
            setAside.add(bizId);
        }
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** The database is away or busy, which says nothing about the lines. */
    private static boolean ofTheDatabase(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException
                    && !(cause instanceof SQLIntegrityConstraintViolationException
                            || cause instanceof SQLDataException
                            || cause instanceof SQLSyntaxErrorException)) {
                return true;
            }
        }
        return false;
    }
}
