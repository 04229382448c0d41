package io.hutong.credit;

import io.hutong.testing.HutongTestResource;
import io.hutong.testing.SourceLogs;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The servers and neighbours that every test of the service shares. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@QuarkusTestResource(value = HutongTestResource.class, initArgs = @ResourceArg(name = "service", value = "credit"))
@QuarkusTestResource(
        value = SourceLogs.class,
        initArgs = @ResourceArg(name = "inboxes", value = "registration-events,exchange-events,tax-events"))
@QuarkusTestResource(PlatformStandIn.class)
@interface CreditServers {}
