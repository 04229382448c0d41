package io.hutong.credit.repair;

/** Tells the platform that pushed an application how far it is, in the caller's transaction; nothing where none did. */
public interface TellPlatform {
    void tell(RepairCase repair);
}
