package io.hutong.credit.filing;

/** Tells the platform that pushed a case how far it is, in the caller's transaction; nothing where none did. */
public interface TellPlatform {
    void tell(FiledCase filed);
}
