package io.hutong.credit.publication;

import java.util.Map;

/** The platforms that this installation is connected to, by code. Orders for others wait. */
public interface Platforms {
    Map<String, PublicityPlatform> connected();
}
