package io.hutong.testing.bite.alpha.adapter;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** A public adapter that is mapped without saying so, maps exceptions and starts transactions. */
@Entity
public class AlphaTable implements ExceptionMapper<IllegalStateException> {
    @Id
    long id;

    @Transactional
    public void save() {
        id++;
    }

    @Override
    public Response toResponse(IllegalStateException exception) {
        return Response.noContent().build();
    }
}
