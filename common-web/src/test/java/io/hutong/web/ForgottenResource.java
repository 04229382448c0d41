package io.hutong.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Says nothing about who may call it. */
@Path("/forgotten")
public class ForgottenResource {
    @GET
    public String get() {
        return "open to all";
    }
}
