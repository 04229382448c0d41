package io.hutong.registration;

import io.hutong.testing.HutongTestResource;
import io.hutong.testing.SourceLogs;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Real database, broker and issuer, and places to refill from, for an integration test of the register. */
@QuarkusTestResource(
        value = HutongTestResource.class,
        initArgs = {
            @ResourceArg(name = "service", value = "registration"),
            @ResourceArg(name = "hutong.registration.suspension.check-every", value = "1s"),
            @ResourceArg(name = "hutong.registration.operator-change.check-every", value = "1s"),
            @ResourceArg(name = "hutong.registration.operator-change.step", value = "2"),
            @ResourceArg(name = "quarkus.log.file.enabled", value = "true"),
            @ResourceArg(name = "quarkus.log.file.path", value = "target/registration-service.log")
        })
@QuarkusTestResource(
        value = SourceLogs.class,
        initArgs = @ResourceArg(name = "inboxes", value = "tax-events,credit-events,exchange-events"))
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RegistrationServers {}
