package io.hutong.local;

import io.hutong.local.client.Tokens;
import io.hutong.local.parts.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "token", description = "打印令牌（一小时有效）· print a bearer token", mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "AGENCY",
            description = "amr | credit | portal | tax | operator | gda | town | hrss | vet | hud | bank | gua")
    private String agency = "";

    @Override
    public Integer call() {
        System.out.println(Tokens.of(Installation.current()).of(agency));
        return 0;
    }
}
