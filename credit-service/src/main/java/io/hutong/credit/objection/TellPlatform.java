package io.hutong.credit.objection;

/** Tells the platform that pushed an objection how far it is, in the caller's transaction; nothing where none did. */
public interface TellPlatform {
    void tell(Objection objection);
}
