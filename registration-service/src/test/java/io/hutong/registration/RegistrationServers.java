package io.hutong.registration;

import io.hutong.testing.HutongTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Real database, broker and issuer for an integration test of the register. */
@QuarkusTestResource(
        value = HutongTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "registration"))
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RegistrationServers {}
