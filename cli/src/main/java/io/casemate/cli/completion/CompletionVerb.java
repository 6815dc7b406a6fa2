package io.casemate.cli.completion;

import io.casemate.cli.arguments.Verb;
import io.casemate.cli.terminal.ExitCode;
import io.casemate.cli.terminal.Terminal;
import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script that teaches a shell to complete verbs, options and values. */
@Command(
        name = "completion",
        description = "Print a completion script for bash or zsh.",
        footer = {
            "  source <(casemate completion bash)",
            "  casemate completion bash > ~/.local/share/bash-completion/completions/casemate",
            "  casemate completion zsh >> ~/.zshrc"
        })
public final class CompletionVerb implements Verb {
    /** Shells that a script is written for. */
    enum Shell {
        BASH,
        ZSH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SHELL", description = "One of: ${COMPLETION-CANDIDATES}.")
    private Shell shell = Shell.BASH;

    public CompletionVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public ExitCode run() {
        String script = AutoComplete.bash("casemate", spec.root().commandLine());
        terminal.out()
                .print(
                        switch (shell) {
                            case BASH -> script;
                            // zsh runs bash completions once this is loaded
                            case ZSH -> "autoload -Uz compinit bashcompinit && compinit && bashcompinit\n" + script;
                        });
        return ExitCode.DONE;
    }
}
