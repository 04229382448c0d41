package io.hutong.systemtests.agencies.endpoint;

import io.hutong.systemtests.agencies.party.Actor;

/** A party with what it received. */
public record Member(Actor actor, Inbox inbox) {}
