package io.casemate.cli.diff;

import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One revision of a git repository, read by the program git. Only stored bytes are read: nothing is checked out, and no
 * filter, hook or converter of the repository runs.
 *
 * @param top the repository's working folder
 * @param commit the revision's full hash
 * @param name the revision as the user wrote it
 */
record Git(Path top, String commit, String name) {
    private static final String PROGRAM = System.getProperty("casemate.git", "git");
    private static final int BYTES_MAX = 256 << 20;
    private static final Pattern POINTER = Pattern.compile(
            "version https://git-lfs\\.github\\.com/spec/v1\\n(?s:.*)oid sha256:([0-9a-f]{64})\\n(?s:.*)");

    /** The revision of that name in the repository that holds a place. */
    static Git at(Path place, String revision) {
        Path folder = existing(place.toAbsolutePath().normalize());
        Answer top = run(folder, "rev-parse", "--show-toplevel");
        if (top.code() != 0) {
            throw problem(
                    place.toString(),
                    "lies in no git repository: git says '%s'".formatted(complaint(folder)),
                    "compare two folders, or name a place in a repository");
        }
        Path root = Path.of(top.line());
        Answer commit = revision.startsWith("-") || revision.isBlank()
                ? new Answer(1, "")
                : run(root, "rev-parse", "--verify", "--quiet", revision + "^{commit}");
        if (commit.code() != 0) {
            throw problem(
                    "'%s'".formatted(revision),
                    "is no revision of the repository at '%s'".formatted(root),
                    "name a branch, tag or commit; 'git branch -a' and 'git tag' list them, 'git fetch' brings more");
        }
        return new Git(root, commit.line(), revision);
    }

    /** The path of a place inside the repository, with slashes; empty for the repository's own folder. */
    String inside(Path place) {
        Path real = real(place.toAbsolutePath().normalize());
        Path root = real(top);
        if (!real.startsWith(root)) {
            throw problem(
                    place.toString(), "lies outside the repository at '%s'".formatted(root), "name a place in it");
        }
        List<String> names = new ArrayList<>();
        root.relativize(real).forEach(name -> names.add(name.toString()));
        return String.join("/", names).strip();
    }

    /** What a path is in this revision: blob, tree, or absent. */
    Optional<String> type(String path) {
        Answer answer = run(top, "cat-file", "-t", object(path));
        return answer.code() == 0 ? Optional.of(answer.line()) : Optional.empty();
    }

    /** The bytes of a file in this revision; absent where it has none. */
    Optional<byte[]> file(String path) {
        Answer answer = run(top, "cat-file", "blob", object(path));
        return answer.code() == 0 ? Optional.of(answer.bytes()) : Optional.empty();
    }

    /** SHA-256 of a file in this revision, in lower-case hex; of a file kept elsewhere (Git LFS) as its pointer says. */
    Optional<String> sha256(String path) {
        if (type(path).filter("blob"::equals).isEmpty()) {
            return Optional.empty();
        }
        try {
            Process process = start(
                    builder(top, "cat-file", "blob", object(path)).redirectError(ProcessBuilder.Redirect.DISCARD));
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] head;
            try (InputStream in = new DigestInputStream(process.getInputStream(), digest)) {
                head = in.readNBytes(1024);
                in.transferTo(OutputStream.nullOutputStream());
            }
            process.waitFor();
            Matcher pointer = POINTER.matcher(new String(head, StandardCharsets.UTF_8));
            return Optional.of(
                    pointer.matches() ? pointer.group(1) : HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read %s of %s".formatted(path, name), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private String object(String path) {
        return "%s:%s".formatted(commit, path);
    }

    /** @param latin what it wrote, a character for each byte */
    private record Answer(int code, String latin) {
        String line() {
            return new String(bytes(), StandardCharsets.UTF_8).strip();
        }

        byte[] bytes() {
            return latin.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private static Answer run(Path folder, String... arguments) {
        return finish(builder(folder, arguments).redirectError(ProcessBuilder.Redirect.DISCARD));
    }

    private static Answer finish(ProcessBuilder git) {
        try {
            Process process = start(git);
            byte[] bytes;
            try (InputStream in = process.getInputStream()) {
                bytes = in.readNBytes(BYTES_MAX);
            }
            return new Answer(process.waitFor(), new String(bytes, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what git says", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Why git finds no repository: there is none, or it may not be trusted. */
    private static String complaint(Path folder) {
        Answer answer = finish(builder(folder, "rev-parse", "--show-toplevel").redirectErrorStream(true));
        return answer.line().lines().findFirst().orElse("").replaceFirst("^fatal: ", "");
    }

    private static ProcessBuilder builder(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of(PROGRAM, "-C", folder.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private static Process start(ProcessBuilder git) {
        try {
            return git.start();
        } catch (IOException e) {
            throw problem(
                    PROGRAM,
                    "cannot be started: git is not installed, or not on the PATH",
                    "install git, or compare two folders");
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while git was reading", e);
    }

    /** The nearest folder that is there: of a path that exists only in another revision. */
    private static Path existing(Path place) {
        Path at = place;
        while (!Files.isDirectory(at)) {
            Path above = at.getParent();
            if (above == null) {
                return Path.of("").toAbsolutePath();
            }
            at = above;
        }
        return at;
    }

    private static Path real(Path place) {
        try {
            Path there = existing(place);
            return there.toRealPath().resolve(there.relativize(place)).normalize();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InvalidInputException problem(String where, String what, String remedy) {
        return new InvalidInputException(List.of(new Problem(where, what, remedy)));
    }
}
