package io.hutong.events;

/** A fact that one agency states to others. What it says about time, order and cause stands in its envelope. */
public sealed interface DomainEvent permits RegistrationEvent, TaxEvent, CreditEvent, ExchangeEvent {}
