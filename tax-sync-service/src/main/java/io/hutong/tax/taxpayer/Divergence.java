package io.hutong.tax.taxpayer;

import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import io.hutong.messaging.Position;
import java.time.Instant;

/**
 * That the tax record of a business differs from the register since that place of its stream: an operator skipped the
 * event, so the change never reached tax ({@code TAX_DIVERGENT}).
 */
public record Divergence(BizId bizId, Position since, ChangeId changeId, Instant recordedAt) {}
