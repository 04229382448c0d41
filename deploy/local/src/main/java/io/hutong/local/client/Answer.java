package io.hutong.local.client;

import com.fasterxml.jackson.databind.JsonNode;

/** A good answer of a service. */
public record Answer(int status, JsonNode body, String location, String etag) {}
